package io.tokenledger.events.provider.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One JSON object of a usage block, with the name it has in error messages. A field that is null is
 * absent; a field of the wrong type is refused by name. What was read is remembered, so that {@link
 * UnreadCounts} can tell what nobody read.
 */
public final class UsageBlock {

  private final JsonNode node;
  private final String prefix;
  private final Origin origin;
  private final boolean ofEmbedding;
  private final Set<String> read;

  private UsageBlock(
      JsonNode node, String prefix, Origin origin, boolean ofEmbedding, Set<String> read) {
    this.node = node;
    this.prefix = prefix;
    this.origin = origin;
    this.ofEmbedding = ofEmbedding;
    this.read = read;
  }

  /**
   * @param ofEmbedding whether the response around the block carries embeddings
   */
  public static UsageBlock of(JsonNode node, Origin origin, boolean ofEmbedding) {
    return new UsageBlock(node, "", origin, ofEmbedding, new HashSet<>());
  }

  public Origin origin() {
    return origin;
  }

  public boolean ofEmbedding() {
    return ofEmbedding;
  }

  /** True when one of the fields is there, even as null: it tells the shape. */
  public boolean names(String... fields) {
    for (String field : fields) {
      if (node.has(field)) {
        return true;
      }
    }
    return false;
  }

  public boolean gives(String... fields) {
    return given(fields) != null;
  }

  private String given(String... fields) {
    for (String field : fields) {
      if (node.hasNonNull(field)) {
        return field;
      }
    }
    return null;
  }

  /**
   * The largest of the fields: providers repeat a count under several names, and some give zero
   * under one of them.
   */
  public OptionalLong count(String... fields) {
    long largest = -1;
    for (String field : fields) {
      if (node.hasNonNull(field)) {
        largest = Math.max(largest, counted(field));
      }
    }
    return largest < 0 ? OptionalLong.empty() : OptionalLong.of(largest);
  }

  public long countOrZero(String... fields) {
    return count(fields).orElse(0);
  }

  /** A quantity with up to nine decimals. */
  public BigDecimal quantity(String field) {
    read.add(prefix + field);
    return UsageNumber.quantity(node.path(field), prefix + field);
  }

  /** The first of the objects that is not null; an empty block when there is none. */
  public UsageBlock part(String... fields) {
    String given = given(fields);
    return given == null ? none() : object(given);
  }

  /** The same of what may as well be something else, where the name means other things. */
  public UsageBlock partIfObject(String field) {
    return node.path(field).isObject() ? object(field) : none();
  }

  public UsageBlock none() {
    return inner(MissingNode.getInstance(), "");
  }

  /** The objects of a list; a single object is a list of one. */
  public List<UsageBlock> parts(String field) {
    JsonNode list = node.path(field);
    if (list.isObject()) {
      return List.of(object(field));
    }
    if (!list.isArray()) {
      return List.of();
    }
    List<UsageBlock> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      parts.add(inner(list.get(i), field + "[" + i + "]."));
    }
    return parts;
  }

  public String text(String field) {
    return node.path(field).isTextual() ? node.path(field).textValue() : "";
  }

  public boolean isTrue(String... fields) {
    return Stream.of(fields)
        .map(node::path)
        .anyMatch(flag -> flag.isBoolean() && flag.booleanValue());
  }

  /** As it is, and not taken for read. */
  public JsonNode field(String name) {
    return node.path(name);
  }

  public Stream<String> fieldNames() {
    return node.propertyStream().map(Map.Entry::getKey);
  }

  /** Says of fields that they only repeat what was read, with all they hold. */
  public void repeats(String... fields) {
    Stream.of(fields).forEach(field -> read.add(prefix + field));
  }

  /** The name of a field in error messages. */
  public String path(String field) {
    return prefix + field;
  }

  boolean wasRead(String path) {
    return read.contains(path);
  }

  private long counted(String field) {
    read.add(prefix + field);
    return UsageNumber.count(node.get(field), prefix + field);
  }

  private UsageBlock object(String field) {
    JsonNode child = node.get(field);
    if (!child.isObject()) {
      throw new UnknownUsageShapeException(prefix + field + " is not an object");
    }
    return inner(child, field + ".");
  }

  private UsageBlock inner(JsonNode child, String path) {
    return new UsageBlock(child, prefix + path, origin, ofEmbedding, read);
  }
}
