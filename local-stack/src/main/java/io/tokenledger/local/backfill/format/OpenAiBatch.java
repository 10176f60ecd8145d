package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.backfill.RefusedLineException;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Output and error files of OpenAI's batches, and of those who have the same API: each line is the
 * whole answer to one request.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/batch/request-output">The request
 *     output object</a>
 */
public final class OpenAiBatch implements LineFormat {

  private static final String BODY = "response.body.";

  /** Of the items of a response only what tells of tools that are billed by the call. */
  private static final KeptFields KEPT =
      KeptFields.of(
          "id",
          "custom_id",
          "error.code",
          "response.status_code",
          BODY + "id",
          BODY + "object",
          BODY + "model",
          BODY + "created",
          BODY + "created_at",
          BODY + "service_tier",
          BODY + "status",
          BODY + "error.code",
          BODY + "usage",
          BODY + "tool_usage",
          BODY + "output.type",
          BODY + "output.status",
          BODY + "output.action.type");

  /** What of the body is kept with the event. */
  private static final List<String> RAW =
      List.of("object", "model", "service_tier", "usage", "tool_usage", "output");

  private final BatchName batch;
  private final boolean providerSaid;

  /**
   * @param providerSaid whether the provider is said for all lines, as it is another one
   */
  public OpenAiBatch(BatchName batch, boolean providerSaid) {
    this.batch = batch;
    this.providerSaid = providerSaid;
  }

  @Override
  public LineReading read(SourceLines line) throws IOException {
    ObjectNode output = KEPT.read(line);
    if (output == null) {
      return LineReading.BLANK;
    }
    requireOutput(output);
    JsonNode body = output.path("response").path("body");
    if (!body.path("usage").isObject()) {
      return withoutUsage(output, body);
    }
    return LineReading.made(event(output, body));
  }

  private static void requireOutput(ObjectNode output) {
    if (!output.has("custom_id") || !output.has("response") && !output.has("error")) {
      throw new RefusedLineException(
          "not_batch_output", "a line of a batch's output has custom_id, and response or error");
    }
  }

  private static LineReading withoutUsage(ObjectNode output, JsonNode body) {
    boolean answered = output.path("response").path("status_code").asInt(0) / 100 == 2;
    if (!answered) {
      return LineReading.notCounted("the request failed or was not done: it is not billed");
    }
    if (body.path("model").asText("").contains("moderation")) {
      return LineReading.notCounted("moderations are free");
    }
    throw new RefusedLineException("missing_field", "response.body.usage is required");
  }

  private ObjectNode event(ObjectNode output, JsonNode body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    String fallback = body.path("id").asText(output.path("id").asText(""));
    batch.put(event, output.path("custom_id").asText(""), fallback);
    if (!providerSaid) {
      event.put("provider", "openai");
    }
    event.set("modelName", body.path("model"));
    event.put("serviceTier", "batch");
    if (body.path("object").asText("").equals("list")) {
      event.put("feature", "embedding");
    }
    ObjectNode raw = event.putObject("rawUsage");
    RAW.stream().filter(body::has).forEach(field -> raw.set(field, body.get(field)));
    if (body.path("id").isTextual()) {
      event.set("messageId", body.path("id"));
    }
    if (body.path("error").has("code")) {
      event.put("success", false).set("errorMessage", body.path("error").path("code"));
    }
    putTime(event, body);
    return event;
  }

  /** Answers of embeddings bring no time. */
  private void putTime(ObjectNode event, JsonNode body) {
    long created = body.path("created").asLong(body.path("created_at").asLong(0));
    if (created > 0) {
      event.put("occurredAt", Instant.ofEpochSecond(created).toString());
    } else {
      batch.endedAt().ifPresent(time -> event.put("occurredAt", time.toString()));
    }
  }
}
