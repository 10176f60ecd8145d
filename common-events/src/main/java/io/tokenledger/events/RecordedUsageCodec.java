package io.tokenledger.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The JSON of {@link Topics#USAGE_RECORDED}: the field names of the event, then {@code costNanos},
 * {@code costStatus}, {@code priceVersion}, {@code source} and {@code adjustment}. Empty texts and
 * zero counts are left out; fields added later are ignored by older readers.
 */
public final class RecordedUsageCodec {

  private RecordedUsageCodec() {}

  public static byte[] encode(RecordedUsage usage) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = EventJson.JSON.createGenerator(bytes)) {
      json.writeStartObject();
      writeEvent(json, usage);
      writeTokens(json, usage.tokens());
      writeTags(json, usage.metadata());
      json.writeNumberField("costNanos", usage.costNanos());
      json.writeStringField("costStatus", usage.costStatus().code());
      text(json, "priceVersion", usage.priceVersion());
      if (usage.source().isPresent()) {
        writeSource(json, usage.source().get());
      }
      if (usage.adjustment().isPresent()) {
        writeAdjustment(json, usage.adjustment().get());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException when the bytes are not what {@link #encode} writes
   */
  public static RecordedUsage decode(byte[] message) {
    try {
      return fromJson(EventJson.READER.readTree(message));
    } catch (IOException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("not a recorded usage", e);
    }
  }

  private static RecordedUsage fromJson(JsonNode json) {
    return new RecordedUsage(
        requiredText(json, "eventId"),
        requiredText(json, "orgId"),
        text(json, "userId"),
        text(json, "provider"),
        text(json, "modelName"),
        text(json, "feature"),
        text(json, "activity"),
        text(json, "category"),
        requiredNumber(json, "requestCount"),
        TokenCounts.of(each -> count(json, each.field())),
        json.has("durationMs")
            ? OptionalLong.of(requiredNumber(json, "durationMs"))
            : OptionalLong.empty(),
        required(json, "success", JsonNode::isBoolean).booleanValue(),
        text(json, "conversationId"),
        tags(json),
        Instant.parse(requiredText(json, "occurredAt")),
        requiredNumber(json, "costNanos"),
        CostStatus.ofCode(requiredText(json, "costStatus")),
        text(json, "priceVersion"),
        json.has("source") ? Optional.of(source(json.get("source"))) : Optional.empty(),
        json.has("adjustment")
            ? Optional.of(adjustment(json.get("adjustment")))
            : Optional.empty());
  }

  private static void writeEvent(JsonGenerator json, RecordedUsage usage) throws IOException {
    text(json, "eventId", usage.eventId());
    text(json, "orgId", usage.orgId());
    text(json, "userId", usage.userId());
    text(json, "provider", usage.provider());
    text(json, "modelName", usage.modelName());
    text(json, "feature", usage.feature());
    text(json, "activity", usage.activity());
    text(json, "category", usage.category());
    json.writeNumberField("requestCount", usage.requestCount());
    if (usage.durationMs().isPresent()) {
      json.writeNumberField("durationMs", usage.durationMs().getAsLong());
    }
    json.writeBooleanField("success", usage.success());
    text(json, "conversationId", usage.conversationId());
    json.writeStringField("occurredAt", usage.occurredAt().toString());
  }

  private static void writeTokens(JsonGenerator json, TokenCounts tokens) throws IOException {
    for (TokenClass each : TokenClass.ALL) {
      count(json, each.field(), tokens.count(each));
    }
  }

  private static void writeTags(JsonGenerator json, Map<String, String> tags) throws IOException {
    if (!tags.isEmpty()) {
      json.writeObjectFieldStart("metadata");
      for (Map.Entry<String, String> tag : tags.entrySet()) {
        json.writeStringField(tag.getKey(), tag.getValue());
      }
      json.writeEndObject();
    }
  }

  private static Map<String, String> tags(JsonNode json) {
    JsonNode metadata = json.path("metadata");
    Map<String, String> tags = new TreeMap<>();
    metadata.fieldNames().forEachRemaining(key -> tags.put(key, requiredText(metadata, key)));
    return tags;
  }

  private static void writeSource(JsonGenerator json, SourcePosition source) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeStringField("topicId", source.topicId().toString());
    json.writeNumberField("partition", source.partition());
    json.writeNumberField("offset", source.offset());
    json.writeEndObject();
  }

  private static SourcePosition source(JsonNode json) {
    return new SourcePosition(
        UUID.fromString(requiredText(json, "topicId")),
        Math.toIntExact(requiredNumber(json, "partition")),
        requiredNumber(json, "offset"));
  }

  private static void writeAdjustment(JsonGenerator json, CostAdjustment adjustment)
      throws IOException {
    json.writeObjectFieldStart("adjustment");
    json.writeNumberField("sequence", adjustment.sequence());
    json.writeStringField("runId", adjustment.runId().toString());
    json.writeNumberField("costNanosDelta", adjustment.costNanosDelta());
    json.writeNumberField("unpricedRequestsDelta", adjustment.unpricedRequestsDelta());
    json.writeEndObject();
  }

  private static CostAdjustment adjustment(JsonNode json) {
    return new CostAdjustment(
        requiredNumber(json, "sequence"),
        UUID.fromString(requiredText(json, "runId")),
        requiredNumber(json, "costNanosDelta"),
        requiredNumber(json, "unpricedRequestsDelta"));
  }

  private static String requiredText(JsonNode json, String name) {
    return required(json, name, JsonNode::isTextual).textValue();
  }

  private static long requiredNumber(JsonNode json, String name) {
    return required(json, name, n -> n.isIntegralNumber() && n.canConvertToLong()).longValue();
  }

  private static JsonNode required(JsonNode json, String name, Predicate<JsonNode> type) {
    JsonNode value = json.required(name);
    if (!type.test(value)) {
      throw new IllegalArgumentException(name + " is of another type than in a recorded usage");
    }
    return value;
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static String text(JsonNode json, String name) {
    return json.has(name) ? requiredText(json, name) : "";
  }

  private static void count(JsonGenerator json, String name, long value) throws IOException {
    if (value != 0) {
      json.writeNumberField(name, value);
    }
  }

  private static long count(JsonNode json, String name) {
    return json.has(name) ? requiredNumber(json, name) : 0;
  }
}
