package io.tokenledger.ingest.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.TokenClass;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.service.postgres.UnnestColumn;
import io.tokenledger.service.trace.TraceParent;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of {@code raw.usage_event}, each with how it is read from an event. */
final class RawEventColumns {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<UnnestColumn<KeyedEvent>> OF_CALL =
      List.of(
          UnnestColumn.of("event_key", "uuid", UUID[]::new, KeyedEvent::key),
          text("org_id", e -> e.event().orgId()),
          text("event_id", e -> e.event().eventId()),
          number("revision", e -> e.event().revision()),
          UnnestColumn.of("voided", "boolean", Boolean[]::new, k -> k.event().event().voided()),
          UnnestColumn.time("occurred_at", k -> k.event().event().occurredAt()),
          UnnestColumn.text("user_id", KeyedEvent::userId),
          text("provider", e -> e.event().call().provider()),
          text("model_name", e -> e.event().call().modelName()),
          text("feature", e -> e.event().call().feature()),
          text("activity", e -> e.event().call().activity()),
          text("category", e -> e.event().call().category()),
          number("request_count", e -> e.event().requestCount()));

  private static final List<UnnestColumn<KeyedEvent>> OF_REST =
      List.of(
          json("units", e -> jsonOf(e.event().units())),
          text("usage_source", e -> e.event().usageSource().code()),
          text("service_tier", e -> e.event().serving().serviceTier()),
          text("speed", e -> e.event().serving().speed()),
          text("inference_geo", e -> e.event().serving().inferenceGeo()),
          number("cost_nanos", PricedEvent::costNanos),
          number("cache_saved_nanos", e -> orNull(e.cacheSavedNanos())),
          text("cost_status", e -> e.costStatus().code()),
          text("price_version", PricedEvent::priceVersion),
          number("duration_ms", e -> orNull(e.event().durationMs())),
          number("time_to_first_token_ms", e -> orNull(e.event().timeToFirstTokenMs())),
          UnnestColumn.of("success", "boolean", Boolean[]::new, k -> k.event().event().success()),
          text("error_message", e -> e.event().errorMessage()),
          text("conversation_id", e -> e.event().conversationId()),
          text("message_id", e -> e.event().messageId()),
          text("traceparent", RawEventColumns::traceparent),
          json("tags", e -> jsonOf(e.event().metadata())),
          json("raw_usage", e -> e.event().rawUsage().isEmpty() ? null : e.event().rawUsage()),
          number("payload_hash", e -> e.event().payloadHash()),
          UnnestColumn.of("source_topic_id", "uuid", UUID[]::new, k -> k.position().topicId()),
          UnnestColumn.of(
              "source_partition", "integer", Integer[]::new, k -> k.position().partition()),
          number("source_offset", e -> e.message().position().offset()));

  static final List<UnnestColumn<KeyedEvent>> COLUMNS =
      Stream.of(
              OF_CALL.stream(),
              TokenClass.ALL.stream().map(RawEventColumns::tokens),
              OF_REST.stream())
          .flatMap(Function.identity())
          .toList();

  private RawEventColumns() {}

  /** Keeps later revisions; what is kept already stays. */
  static String keepSql() {
    return UnnestColumn.insertInto("raw.event_revision", COLUMNS) + "\nON CONFLICT DO NOTHING";
  }

  static Object[] arraysOf(List<KeyedEvent> events) {
    return COLUMNS.stream().map(column -> column.valuesOf(events)).toArray();
  }

  private static String traceparent(PricedEvent event) {
    return event.message().traceParent().map(TraceParent::toString).orElse(null);
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static String jsonOf(Map<String, ?> map) {
    try {
      return map.isEmpty() ? null : JSON.writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers are always JSON", e);
    }
  }

  private static UnnestColumn<KeyedEvent> text(String name, Function<PricedEvent, String> value) {
    return UnnestColumn.text(name, keyed -> value.apply(keyed.event()));
  }

  /** As text: the client would otherwise parse the JSON and write it once more. */
  private static UnnestColumn<KeyedEvent> json(String name, Function<PricedEvent, String> value) {
    return UnnestColumn.asText(name, "jsonb", keyed -> value.apply(keyed.event()));
  }

  private static UnnestColumn<KeyedEvent> number(String name, Function<PricedEvent, Long> value) {
    return UnnestColumn.number(name, keyed -> value.apply(keyed.event()));
  }

  private static UnnestColumn<KeyedEvent> tokens(TokenClass of) {
    return number(of.column(), e -> e.event().tokens().count(of));
  }
}
