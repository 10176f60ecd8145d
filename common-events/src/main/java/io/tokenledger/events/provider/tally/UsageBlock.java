package io.tokenledger.events.provider.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One JSON object of a usage block, with the name it has in error messages. A field that is null is
 * absent; a field of the wrong type is refused by name.
 */
public final class UsageBlock {

  private final JsonNode node;
  private final String prefix;
  private final boolean ofEmbedding;

  private UsageBlock(JsonNode node, String prefix, boolean ofEmbedding) {
    this.node = node;
    this.prefix = prefix;
    this.ofEmbedding = ofEmbedding;
  }

  /**
   * @param ofEmbedding whether the response around the block carries embeddings
   */
  public static UsageBlock of(JsonNode node, boolean ofEmbedding) {
    return new UsageBlock(node, "", ofEmbedding);
  }

  public boolean ofEmbedding() {
    return ofEmbedding;
  }

  /** True when one of the fields is there, even as null: it tells the shape. */
  public boolean names(String... fields) {
    return Stream.of(fields).anyMatch(node::has);
  }

  public boolean gives(String... fields) {
    return Stream.of(fields).anyMatch(node::hasNonNull);
  }

  /** The first of the fields that is not null: providers repeat a count under several names. */
  public OptionalLong count(String... fields) {
    return Stream.of(fields)
        .filter(node::hasNonNull)
        .mapToLong(field -> UsageNumber.count(node.get(field), prefix + field))
        .findFirst();
  }

  public long countOrZero(String... fields) {
    return count(fields).orElse(0);
  }

  /** The first of the objects that is not null; an empty block when there is none. */
  public UsageBlock part(String... fields) {
    return Stream.of(fields)
        .filter(node::hasNonNull)
        .findFirst()
        .map(this::object)
        .orElseGet(() -> new UsageBlock(MissingNode.getInstance(), prefix, ofEmbedding));
  }

  public List<UsageBlock> parts(String field) {
    JsonNode list = node.path(field);
    if (!list.isArray()) {
      return List.of();
    }
    List<UsageBlock> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      parts.add(new UsageBlock(list.get(i), prefix + field + "[" + i + "].", ofEmbedding));
    }
    return parts;
  }

  public String text(String field) {
    return node.path(field).isTextual() ? node.path(field).textValue() : "";
  }

  public boolean isTrue(String field) {
    return node.path(field).isBoolean() && node.path(field).booleanValue();
  }

  public JsonNode field(String name) {
    return node.path(name);
  }

  private UsageBlock object(String field) {
    JsonNode child = node.get(field);
    if (!child.isObject()) {
      throw new UnknownUsageShapeException(prefix + field + " is not an object");
    }
    return new UsageBlock(child, prefix + field + ".", ofEmbedding);
  }
}
