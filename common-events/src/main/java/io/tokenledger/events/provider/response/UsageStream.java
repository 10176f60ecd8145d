package io.tokenledger.events.provider.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Folds the usage blocks of a stream into one. All known streams repeat cumulative counts, so each
 * number is the largest seen: never the sum, never a later zero, and never the last block alone,
 * which may lack what an earlier one told.
 */
public final class UsageStream {

  /** Blocks nest two or three levels deep; what is below is taken as it came last. */
  private static final int MAX_DEPTH = 8;

  /** What tells the items of a list apart: kinds of tokens, lifetimes of cache writes. */
  private static final List<String> KEYS = List.of("modality", "ttl");

  private UsageStream() {}

  /**
   * @param blocks at least one
   */
  public static JsonNode fold(List<JsonNode> blocks) {
    JsonNode folded = blocks.get(0);
    for (JsonNode block : blocks.subList(1, blocks.size())) {
      folded = larger(folded, block, 0);
    }
    return folded;
  }

  /** Copies references only: the chunks stay as they are. */
  private static JsonNode larger(JsonNode earlier, JsonNode later, int depth) {
    if (later.isNull() || earlier.isMissingNode() || depth > MAX_DEPTH) {
      return later.isNull() && !earlier.isMissingNode() ? earlier : later;
    }
    if (earlier.isObject() && later.isObject()) {
      return mergedObject(earlier, later, depth);
    }
    if (earlier.isArray() && later.isArray()) {
      return mergedList(earlier, later, depth);
    }
    return earlier.isNumber() && later.isNumber() && isLarger(earlier, later) ? earlier : later;
  }

  private static ObjectNode mergedObject(JsonNode earlier, JsonNode later, int depth) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    earlier.propertyStream().forEach(field -> merged.set(field.getKey(), field.getValue()));
    later
        .propertyStream()
        .forEach(
            field ->
                merged.set(
                    field.getKey(),
                    larger(earlier.path(field.getKey()), field.getValue(), depth + 1)));
    return merged;
  }

  private static ArrayNode mergedList(JsonNode earlier, JsonNode later, int depth) {
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    earlier.forEach(merged::add);
    for (int i = 0; i < later.size(); i++) {
      int same = indexOf(merged, later.get(i), i);
      if (same < 0) {
        merged.add(later.get(i));
      } else {
        merged.set(same, larger(merged.get(same), later.get(i), depth + 1));
      }
    }
    return merged;
  }

  /** The item of the same kind; of lists without kinds, the item at the same place. */
  private static int indexOf(ArrayNode list, JsonNode item, int place) {
    for (String key : KEYS) {
      if (item.path(key).isTextual()) {
        for (int i = 0; i < list.size(); i++) {
          if (list.get(i).path(key).equals(item.get(key))) {
            return i;
          }
        }
        return -1;
      }
    }
    return place < list.size() ? place : -1;
  }

  private static boolean isLarger(JsonNode one, JsonNode other) {
    if (isInfinite(one) || isInfinite(other)) {
      return isInfinite(one); // refused later, by name
    }
    return one.decimalValue().compareTo(other.decimalValue()) > 0;
  }

  private static boolean isInfinite(JsonNode number) {
    return (number.isDouble() || number.isFloat()) && !Double.isFinite(number.doubleValue());
  }
}
