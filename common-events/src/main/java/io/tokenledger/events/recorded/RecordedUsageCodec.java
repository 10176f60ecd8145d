package io.tokenledger.events.recorded;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.Topics;
import io.tokenledger.events.decode.EventJson;
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
 * {@code cacheSavedNanos}, {@code costStatus}, {@code priceVersion}, {@code source} and {@code
 * adjustment}. Empty texts and zero counts are left out; fields added later are ignored by older
 * readers.
 *
 * <p>An adjustment is written as usage of no requests, tokens and cost, for readers that do not
 * know its last field: {@code adjustment}, or {@code revision} with the usage {@code before} and
 * {@code after}.
 */
public final class RecordedUsageCodec {

  private RecordedUsageCodec() {}

  public static byte[] encode(RecordedUsage usage) {
    return object(json -> write(json, usage));
  }

  public static byte[] encode(Adjustment adjustment) {
    return adjustment instanceof RevisedUsage revision
        ? encode(revision)
        : encode((CostAdjustment) adjustment);
  }

  private static void write(JsonGenerator json, RecordedUsage usage) throws IOException {
    writeEvent(json, usage, usage.requestCount(), usage.durationMs());
    writeTokens(json, usage.tokens());
    writeTags(json, usage.metadata());
    writeCost(json, usage, usage.costNanos());
    if (usage.cacheSavedNanos().isPresent()) {
      json.writeNumberField("cacheSavedNanos", usage.cacheSavedNanos().getAsLong());
    }
    if (usage.source().isPresent()) {
      writeSource(json, usage.source().get());
    }
  }

  private static byte[] encode(RevisedUsage revision) {
    return object(
        json -> {
          writeEvent(json, revision, 0, OptionalLong.empty());
          writeCost(json, revision, 0);
          json.writeObjectFieldStart("revision");
          json.writeNumberField("sequence", revision.sequence());
          if (revision.id().isPresent()) {
            json.writeStringField("id", revision.id().get().toString());
          }
          json.writeObjectFieldStart("before");
          write(json, revision.before());
          json.writeEndObject();
          json.writeObjectFieldStart("after");
          write(json, revision.after());
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static byte[] encode(CostAdjustment adjustment) {
    return object(
        json -> {
          writeEvent(json, adjustment, 0, OptionalLong.empty());
          writeTags(json, adjustment.metadata());
          writeCost(json, adjustment, 0);
          json.writeObjectFieldStart("adjustment");
          json.writeNumberField("sequence", adjustment.sequence());
          json.writeStringField("runId", adjustment.runId().toString());
          json.writeNumberField("costNanosDelta", adjustment.costNanosDelta());
          json.writeNumberField("unpricedRequestsDelta", adjustment.unpricedRequestsDelta());
          count(json, "cacheSavedNanosDelta", adjustment.cacheSavedNanosDelta());
          count(json, "cacheSavedTokensDelta", adjustment.cacheSavedTokensDelta());
          if (adjustment.id().isPresent()) {
            json.writeStringField("id", adjustment.id().get().toString());
          }
          json.writeEndObject();
        });
  }

  /**
   * @throws IllegalArgumentException when the bytes are not what {@code encode} writes
   */
  public static Recorded decode(byte[] message) {
    try {
      JsonNode json = EventJson.READER.readTree(message);
      if (json.has("revision")) {
        return revision(json.get("revision"));
      }
      return json.has("adjustment") ? adjustment(json, json.get("adjustment")) : usage(json);
    } catch (IOException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("not a recorded usage", e);
    }
  }

  private static RecordedUsage usage(JsonNode json) {
    return new RecordedUsage(
        requiredText(json, "eventId"),
        call(json),
        requiredNumber(json, "requestCount"),
        TokenCounts.of(each -> count(json, each.field())),
        optionalNumber(json, "durationMs"),
        requiredFlag(json, "success"),
        text(json, "conversationId"),
        tags(json),
        Instant.parse(requiredText(json, "occurredAt")),
        requiredNumber(json, "costNanos"),
        optionalNumber(json, "cacheSavedNanos"),
        CostStatus.ofCode(requiredText(json, "costStatus")),
        text(json, "priceVersion"),
        json.has("source") ? Optional.of(source(json.get("source"))) : Optional.empty());
  }

  private static RevisedUsage revision(JsonNode change) {
    return new RevisedUsage(
        requiredNumber(change, "sequence"),
        id(change),
        usage(change.required("before")),
        usage(change.required("after")));
  }

  private static Optional<UUID> id(JsonNode change) {
    return change.has("id")
        ? Optional.of(UUID.fromString(requiredText(change, "id")))
        : Optional.empty();
  }

  private static CostAdjustment adjustment(JsonNode json, JsonNode change) {
    return new CostAdjustment(
        requiredText(json, "eventId"),
        call(json),
        requiredFlag(json, "success"),
        text(json, "conversationId"),
        tags(json),
        Instant.parse(requiredText(json, "occurredAt")),
        CostStatus.ofCode(requiredText(json, "costStatus")),
        text(json, "priceVersion"),
        requiredNumber(change, "sequence"),
        UUID.fromString(requiredText(change, "runId")),
        requiredNumber(change, "costNanosDelta"),
        requiredNumber(change, "unpricedRequestsDelta"),
        count(change, "cacheSavedNanosDelta"),
        count(change, "cacheSavedTokensDelta"),
        id(change));
  }

  private static Call call(JsonNode json) {
    return new Call(
        requiredText(json, "orgId"),
        text(json, "userId"),
        text(json, "provider"),
        text(json, "modelName"),
        text(json, "feature"),
        text(json, "activity"),
        text(json, "category"));
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = EventJson.JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeEvent(
      JsonGenerator json, Recorded recorded, long requestCount, OptionalLong durationMs)
      throws IOException {
    Call call = recorded.call();
    text(json, "eventId", recorded.eventId());
    text(json, "orgId", call.orgId());
    text(json, "userId", call.userId());
    text(json, "provider", call.provider());
    text(json, "modelName", call.modelName());
    text(json, "feature", call.feature());
    text(json, "activity", call.activity());
    text(json, "category", call.category());
    json.writeNumberField("requestCount", requestCount);
    if (durationMs.isPresent()) {
      json.writeNumberField("durationMs", durationMs.getAsLong());
    }
    json.writeBooleanField("success", recorded.success());
    text(json, "conversationId", recorded.conversationId());
    json.writeStringField("occurredAt", recorded.occurredAt().toString());
  }

  private static void writeCost(JsonGenerator json, Recorded recorded, long costNanos)
      throws IOException {
    json.writeNumberField("costNanos", costNanos);
    json.writeStringField("costStatus", recorded.costStatus().code());
    text(json, "priceVersion", recorded.priceVersion());
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

  private static String requiredText(JsonNode json, String name) {
    return required(json, name, JsonNode::isTextual).textValue();
  }

  private static boolean requiredFlag(JsonNode json, String name) {
    return required(json, name, JsonNode::isBoolean).booleanValue();
  }

  private static long requiredNumber(JsonNode json, String name) {
    return required(json, name, n -> n.isIntegralNumber() && n.canConvertToLong()).longValue();
  }

  private static OptionalLong optionalNumber(JsonNode json, String name) {
    return json.has(name) ? OptionalLong.of(requiredNumber(json, name)) : OptionalLong.empty();
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

  /** The fields of one message. */
  private interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }
}
