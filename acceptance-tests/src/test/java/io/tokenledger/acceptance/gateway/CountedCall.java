package io.tokenledger.acceptance.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A call as the ledger has it.
 *
 * @param tag of the key {@code storyId}
 * @param costUsd with nine decimals
 */
public record CountedCall(
    String provider,
    String modelName,
    String userId,
    String tag,
    long inputTokens,
    long outputTokens,
    long embeddingTokens,
    String costUsd,
    String usageSource,
    boolean success) {

  private static final long NANOS_PER_INPUT_TOKEN = 100;
  private static final long NANOS_PER_OUTPUT_TOKEN = 400;
  private static final int NANO_DECIMALS = 9;

  /** What echo-1 must have been counted with: a word is a token, at the price of the list. */
  public static CountedCall ofEcho(long inputTokens, long outputTokens) {
    return ofEcho(
        inputTokens,
        outputTokens,
        0,
        inputTokens * NANOS_PER_INPUT_TOKEN + outputTokens * NANOS_PER_OUTPUT_TOKEN);
  }

  /** Of texts that were embedded, which cost as input does. */
  public static CountedCall embedded(long tokens) {
    return ofEcho(0, 0, tokens, tokens * NANOS_PER_INPUT_TOKEN);
  }

  /** One that the upstream refused. */
  public static CountedCall refused(String modelName) {
    return new CountedCall(
        "echo", modelName, "ann", "42", 0, 0, 0, "0.000000000", "reported", false);
  }

  private static CountedCall ofEcho(long input, long output, long embedding, long nanos) {
    return new CountedCall(
        "echo",
        "echo-1",
        "ann",
        "42",
        input,
        output,
        embedding,
        BigDecimal.valueOf(nanos, NANO_DECIMALS).toPlainString(),
        "reported",
        true);
  }

  /** Of a line of {@code …/analytics/details}. */
  static CountedCall of(JsonNode line) {
    return new CountedCall(
        line.required("provider").textValue(),
        line.required("modelName").textValue(),
        line.required("userId").textValue(),
        line.required("metadata").path("storyId").asText(),
        line.required("inputTokens").longValue(),
        line.required("outputTokens").longValue(),
        line.required("embeddingTokens").longValue(),
        line.required("costUsd").textValue(),
        line.required("usageSource").textValue(),
        line.required("success").booleanValue());
  }
}
