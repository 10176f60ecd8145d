package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** The tokens of a row. */
final class SpendUsage {

  private static final int MAX_DIGITS = 18;

  private SpendUsage() {}

  static void put(ObjectNode event, SpendRow row) {
    JsonNode block = row.metadata().path("usage_object");
    if (row.isFromCache()) {
      return; // what it repeats was counted when the cache was filled
    }
    if (block.isObject() && hasCounts(block)) {
      event.set("rawUsage", block);
    } else if (row.isEmbedding()) {
      put(event, "embeddingTokens", row.text("prompt_tokens"));
    } else {
      put(event, "inputTokens", row.text("prompt_tokens"));
      put(event, "outputTokens", row.text("completion_tokens"));
      putCached(event, row.metadata().path("additional_usage_values"));
    }
    if (!row.metadata().path("batch_models").isEmpty()) {
      event.put("serviceTier", "batch");
    }
  }

  /** Of failed calls the block is there, and empty or full of nulls. */
  private static boolean hasCounts(JsonNode block) {
    return block.valueStream().anyMatch(JsonNode::isNumber);
  }

  /** Parts of the prompt's tokens, which older versions keep apart. */
  private static void putCached(ObjectNode event, JsonNode values) {
    JsonNode read = values.path("cache_read_input_tokens");
    JsonNode write = values.path("cache_creation_input_tokens");
    long cached = read.asLong(0) + write.asLong(0);
    if (cached > 0 && cached <= event.path("inputTokens").asLong(0)) {
      put(event, "cacheReadTokens", read.asText(""));
      put(event, "cacheWriteTokens", write.asText(""));
    }
  }

  /** Some exports write {@code 12.0}; what is no number is refused by its name later. */
  private static void put(ObjectNode event, String field, String text) {
    if (text.isEmpty() || text.equals("null")) {
      return;
    }
    boolean number = text.length() <= MAX_DIGITS && text.matches("-?[0-9]+(\\.0*)?");
    event.set(field, number ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text));
  }
}
