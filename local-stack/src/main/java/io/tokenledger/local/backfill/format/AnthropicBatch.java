package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.backfill.RefusedLineException;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Results of Anthropic's message batches: each line is the result of one request. Only those that
 * succeeded are billed. They bring no time.
 *
 * @see <a href="https://docs.claude.com/en/api/retrieving-message-batch-results">Retrieve message
 *     batch results</a>
 */
public final class AnthropicBatch implements LineFormat {

  private static final String MESSAGE = "result.message.";

  private static final KeptFields KEPT =
      KeptFields.of(
          "custom_id",
          "result.type",
          MESSAGE + "id",
          MESSAGE + "type",
          MESSAGE + "model",
          MESSAGE + "stop_reason",
          MESSAGE + "usage");

  private static final List<String> RAW = List.of("type", "model", "usage");
  private static final Set<String> NOT_BILLED = Set.of("errored", "canceled", "expired");

  private final BatchName batch;
  private final boolean providerSaid;

  /**
   * @param providerSaid whether the provider is said for all lines, as it is another one
   */
  public AnthropicBatch(BatchName batch, boolean providerSaid) {
    this.batch = batch;
    this.providerSaid = providerSaid;
  }

  @Override
  public LineReading read(SourceLines line) throws IOException {
    ObjectNode output = KEPT.read(line);
    if (output == null) {
      return LineReading.BLANK;
    }
    String type = output.path("result").path("type").asText("");
    if (NOT_BILLED.contains(type)) {
      return LineReading.notCounted("the request failed or was not done: it is not billed");
    }
    JsonNode message = output.path("result").path("message");
    if (!output.has("custom_id") || !type.equals("succeeded") || !message.has("usage")) {
      throw new RefusedLineException(
          "not_batch_output",
          "a line of a batch's results has custom_id and result, of the type succeeded with"
              + " message.usage, errored, canceled or expired");
    }
    return LineReading.made(event(output, message));
  }

  private ObjectNode event(ObjectNode output, JsonNode message) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    batch.put(event, output.path("custom_id").asText(""), message.path("id").asText(""));
    if (!providerSaid) {
      event.put("provider", "anthropic");
    }
    event.set("modelName", message.path("model"));
    event.put("serviceTier", "batch");
    ObjectNode raw = event.putObject("rawUsage");
    RAW.stream().filter(message::has).forEach(field -> raw.set(field, message.get(field)));
    if (message.path("id").isTextual()) {
      event.set("messageId", message.path("id"));
    }
    batch.endedAt().ifPresent(time -> event.put("occurredAt", time.toString()));
    return event;
  }
}
