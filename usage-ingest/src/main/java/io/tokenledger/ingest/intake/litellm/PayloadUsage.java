package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.provider.library.LiteLlmCall;
import java.util.Optional;

/**
 * What a call used. LiteLLM gives the block that the provider gave, or one of its own in the shape
 * of OpenAI's: the ledger knows by the shape which of them it is.
 */
final class PayloadUsage {

  private static final String EMBEDDING = "embedding";

  private final Payload payload;

  private PayloadUsage(Payload payload) {
    this.payload = payload;
  }

  static PayloadUsage of(Payload payload) {
    return new PayloadUsage(payload);
  }

  /** Whether anything was counted. */
  boolean isThere() {
    return block().isPresent()
        || payload.count("prompt_tokens") > 0
        || payload.count("completion_tokens") > 0;
  }

  /** As the block says, where there is one. */
  void putInto(ObjectNode event) {
    Optional<ObjectNode> block = block();
    if (block.isPresent()) {
      event.set("rawUsage", isEmbedding() ? ofEmbedding(block.get()) : block.get());
    } else {
      putTotals(event);
    }
  }

  /** As LiteLLM's own totals say, which leave the parts open. */
  void putTotals(ObjectNode event) {
    event.remove("rawUsage");
    long prompt = payload.count("prompt_tokens");
    event.put(isEmbedding() ? "embeddingTokens" : "inputTokens", prompt);
    event.put("outputTokens", payload.count("completion_tokens"));
    event.put("usageSource", "partial");
  }

  private boolean isEmbedding() {
    return LiteLlmCall.feature(payload.text("call_type").orElse(""))
        .filter(EMBEDDING::equals)
        .isPresent();
  }

  /** Nothing but zeros says no more than no block. */
  private Optional<ObjectNode> block() {
    return payload
        .object("metadata", "usage_object")
        .or(() -> payload.object("hidden_params", "usage_object"))
        .filter(PayloadUsage::hasCount);
  }

  private static boolean hasCount(JsonNode node) {
    for (JsonNode each : node) {
      if (each.isNumber() ? each.decimalValue().signum() > 0 : hasCount(each)) {
        return true;
      }
    }
    return false;
  }

  /** It names an output of none, by which it looks like a chat. */
  private static ObjectNode ofEmbedding(ObjectNode block) {
    ObjectNode embedding = block.deepCopy();
    if (embedding.path("completion_tokens").asLong() == 0) {
      embedding.remove("completion_tokens");
      embedding.remove("completion_tokens_details");
    }
    return embedding;
  }
}
