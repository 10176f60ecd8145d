package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.provider.response.UsageLocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The chunks of a stream that tell what is billed. All known streams repeat cumulative counts, so
 * of those that count the first and the last few suffice; those that tell of searches are kept
 * besides. Together they fit an event of the ledger.
 */
final class KeptChunks {

  private static final int MOST_LAST = 3;
  private static final int MOST_BILLED = 64;
  private static final int MOST_BILLED_BYTES = 256 * 1024;
  private static final int MAX_DEPTH = 4;

  private JsonNode first;
  private final Deque<JsonNode> last = new ArrayDeque<>();
  private final List<JsonNode> billed = new ArrayList<>();
  private final WithoutTexts texts = new WithoutTexts();
  private int billedBytes;
  private boolean counted;

  void addUsage(JsonNode chunk) {
    counted |= counts(chunk);
    texts.of(chunk);
    if (first == null) {
      first = chunk;
      return;
    }
    last.addLast(chunk);
    if (last.size() > MOST_LAST) {
      last.removeFirst();
    }
  }

  /**
   * @param bytes of the chunk as it was kept
   */
  void addBilled(JsonNode chunk, int bytes) {
    if (billed.size() < MOST_BILLED && billedBytes + bytes <= MOST_BILLED_BYTES) {
      billed.add(texts.of(chunk));
      billedBytes += bytes;
    }
  }

  /** Empty when nothing was counted: all zeros are what servers say that do not count. */
  List<JsonNode> chunks() {
    if (!counted) {
      return List.of();
    }
    List<JsonNode> all = new ArrayList<>();
    all.add(first);
    billed.stream().filter(chunk -> chunk != first && !isLast(chunk)).forEach(all::add);
    all.addAll(last);
    return all;
  }

  private boolean isLast(JsonNode chunk) {
    return last.stream().anyMatch(each -> each == chunk);
  }

  /** Whether usage is told in the chunk, where {@code ProviderUsage} looks for it. */
  static boolean tellsUsage(JsonNode chunk) {
    return UsageLocation.block(chunk).isPresent()
        || UsageLocation.bedrockMetrics(chunk).isPresent()
        || isBare(chunk);
  }

  private static boolean counts(JsonNode chunk) {
    JsonNode block =
        UsageLocation.block(chunk).or(() -> UsageLocation.bedrockMetrics(chunk)).orElse(chunk);
    if (chunk.path("promptFeedback").has("blockReason")) {
      return true; // Gemini: the prompt was blocked, and counting nothing is the count
    }
    return isBare(block)
        ? block.path("prompt_eval_count").asLong() + block.path("eval_count").asLong() > 0
        : hasNumber(block, 0);
  }

  /** Ollama's last line is itself the block. */
  private static boolean isBare(JsonNode chunk) {
    return chunk instanceof ObjectNode
        && (chunk.has("prompt_eval_count") || chunk.has("eval_count"));
  }

  private static boolean hasNumber(JsonNode node, int depth) {
    if (node.isNumber()) {
      return node.decimalValue().signum() > 0;
    }
    if (depth < MAX_DEPTH) {
      for (JsonNode child : node) {
        if (hasNumber(child, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }
}
