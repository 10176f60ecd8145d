package io.tokenledger.events.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenCounts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads what {@link RecordedJsonWriter} writes. */
final class RecordedJsonReader {

  private RecordedJsonReader() {}

  /**
   * @throws IllegalArgumentException when a field is missing or of another type
   */
  static Recorded read(JsonNode json) {
    if (json.has("revision")) {
      return revision(json.get("revision"));
    }
    return json.has("adjustment") ? adjustment(json, json.get("adjustment")) : usage(json);
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

  private static Map<String, String> tags(JsonNode json) {
    JsonNode metadata = json.path("metadata");
    Map<String, String> tags = new TreeMap<>();
    metadata.fieldNames().forEachRemaining(key -> tags.put(key, requiredText(metadata, key)));
    return tags;
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

  private static String text(JsonNode json, String name) {
    return json.has(name) ? requiredText(json, name) : "";
  }

  private static long count(JsonNode json, String name) {
    return json.has(name) ? requiredNumber(json, name) : 0;
  }
}
