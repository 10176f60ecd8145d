package io.tokenledger.ingest.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.TokenClass;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.service.trace.TraceParent;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns of {@code raw.usage_event}, each with how it is read from an event. */
final class RawEventColumns {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<Column> OF_CALL =
      List.of(
          new Column("event_key", "uuid", UUID[]::new, KeyedEvent::key),
          text("org_id", e -> e.event().orgId()),
          text("event_id", e -> e.event().eventId()),
          new Column("occurred_at", "timestamptz", OffsetDateTime[]::new, RawEventColumns::time),
          new Column("user_id", "text", String[]::new, KeyedEvent::userId),
          text("provider", e -> e.event().call().provider()),
          text("model_name", e -> e.event().call().modelName()),
          text("feature", e -> e.event().call().feature()),
          text("activity", e -> e.event().call().activity()),
          text("category", e -> e.event().call().category()),
          number("request_count", e -> e.event().requestCount()));

  private static final List<Column> OF_REST =
      List.of(
          json("units", e -> jsonOf(e.event().units())),
          text("usage_source", e -> e.event().usageSource().code()),
          text("service_tier", e -> e.event().serviceTier()),
          number("cost_nanos", PricedEvent::costNanos),
          text("cost_status", e -> e.costStatus().code()),
          text("price_version", PricedEvent::priceVersion),
          number("duration_ms", e -> orNull(e.event().durationMs())),
          number("time_to_first_token_ms", e -> orNull(e.event().timeToFirstTokenMs())),
          new Column("success", "boolean", Boolean[]::new, k -> k.event().event().success()),
          text("error_message", e -> e.event().errorMessage()),
          text("conversation_id", e -> e.event().conversationId()),
          text("message_id", e -> e.event().messageId()),
          text("traceparent", RawEventColumns::traceparent),
          json("tags", e -> jsonOf(e.event().metadata())),
          json("raw_usage", e -> e.event().rawUsage().isEmpty() ? null : e.event().rawUsage()),
          number("payload_hash", e -> e.event().payloadHash()),
          new Column("source_topic_id", "uuid", UUID[]::new, k -> k.position().topicId()),
          new Column("source_partition", "integer", Integer[]::new, k -> k.position().partition()),
          number("source_offset", e -> e.message().position().offset()));

  private static final List<Column> COLUMNS =
      Stream.of(
              OF_CALL.stream(),
              TokenClass.ALL.stream().map(RawEventColumns::tokens),
              OF_REST.stream())
          .flatMap(Function.identity())
          .toList();

  private RawEventColumns() {}

  /** Inserts what is not there; answers the positions of the rows it made. */
  static String insertSql() {
    String names = joined(Column::name);
    return """
        WITH inserted AS (
          INSERT INTO raw.usage_event (%s)
          SELECT %s FROM unnest(%s) AS batch (%s)
          ON CONFLICT (event_key, org_id) DO NOTHING
          RETURNING source_partition, source_offset)
        SELECT array_agg(source_partition) AS partitions, array_agg(source_offset) AS offsets
        FROM inserted"""
        .formatted(names, joined(Column::selected), parameters(), names);
  }

  static Tuple arraysOf(List<KeyedEvent> events) {
    Tuple arrays = Tuple.tuple();
    for (Column column : COLUMNS) {
      Object[] values = column.array.apply(events.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = column.value.apply(events.get(i));
      }
      arrays.addValue(values);
    }
    return arrays;
  }

  private static String joined(Function<Column, String> part) {
    return COLUMNS.stream().map(part).collect(Collectors.joining(", "));
  }

  private static String parameters() {
    return IntStream.range(0, COLUMNS.size())
        .mapToObj(i -> "$" + (i + 1) + "::" + COLUMNS.get(i).sentAs() + "[]")
        .collect(Collectors.joining(", "));
  }

  private static OffsetDateTime time(KeyedEvent keyed) {
    return keyed.event().event().occurredAt().atOffset(ZoneOffset.UTC);
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

  private static Column text(String name, Function<PricedEvent, String> value) {
    return new Column(name, "text", String[]::new, keyed -> value.apply(keyed.event()));
  }

  private static Column json(String name, Function<PricedEvent, String> value) {
    return new Column(name, "jsonb", String[]::new, keyed -> value.apply(keyed.event()));
  }

  private static Column number(String name, Function<PricedEvent, Long> value) {
    return new Column(name, "bigint", Long[]::new, keyed -> value.apply(keyed.event()));
  }

  private static Column tokens(TokenClass of) {
    return number(of.column(), e -> e.event().tokens().count(of));
  }

  private record Column(
      String name, String type, IntFunction<Object[]> array, Function<KeyedEvent, Object> value) {

    /** JSON travels as text: the client would otherwise parse and write it once more. */
    String sentAs() {
      return type.equals("jsonb") ? "text" : type;
    }

    String selected() {
      return type.equals("jsonb") ? name + "::jsonb" : name;
    }
  }
}
