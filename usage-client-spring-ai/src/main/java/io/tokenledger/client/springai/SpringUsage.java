package io.tokenledger.client.springai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.client.UsageEventBuilder;
import io.tokenledger.client.UsageSource;
import java.util.List;
import org.springframework.ai.chat.metadata.Usage;

/**
 * The provider's own usage block, where Spring AI hands it on; its own counts otherwise, which the
 * ledger reads by their names. Of a stream Spring AI hands on neither the block nor the cache, so
 * it is partial.
 */
final class SpringUsage {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          // The SDKs of providers have methods such as isValid, which are no part of the block.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  /** How providers call the input: a block without it is the end of a stream, and not the whole. */
  private static final List<String> INPUT =
      List.of(
          "prompt_tokens", "input_tokens", "inputTokens", "promptTokenCount", "prompt_eval_count");

  private SpringUsage() {}

  /**
   * @param usage null or of zeros where the model told none
   */
  static void put(Usage usage, UsageEventBuilder event) {
    JsonNode own = usage == null ? JSON.missingNode() : nativeBlock(usage);
    if (INPUT.stream().anyMatch(name -> own.path(name).isNumber())) {
      event.rawUsage(own);
      return;
    }
    event.usageSource(UsageSource.PARTIAL);
    if (usage != null && usage.getTotalTokens() > 0) {
      event.rawUsage(counts(usage));
    }
  }

  private static JsonNode nativeBlock(Usage usage) {
    try {
      Object block = usage.getNativeUsage();
      return block == null ? JSON.missingNode() : JSON.valueToTree(block);
    } catch (IllegalArgumentException e) {
      return JSON.missingNode();
    }
  }

  private static ObjectNode counts(Usage usage) {
    ObjectNode counts =
        JSON.createObjectNode()
            .put("promptTokens", usage.getPromptTokens())
            .put("completionTokens", usage.getCompletionTokens())
            .put("totalTokens", usage.getTotalTokens());
    if (usage.getCacheReadInputTokens() != null) {
      counts.put("cacheReadInputTokens", usage.getCacheReadInputTokens());
    }
    if (usage.getCacheWriteInputTokens() != null) {
      counts.put("cacheWriteInputTokens", usage.getCacheWriteInputTokens());
    }
    return counts;
  }
}
