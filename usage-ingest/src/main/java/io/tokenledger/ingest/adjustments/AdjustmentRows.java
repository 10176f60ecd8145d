package io.tokenledger.ingest.adjustments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.service.postgres.KeyDays;
import io.tokenledger.service.postgres.Rows;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Adjustments as they are published: a changed cost with what the raw event says now, a revision
 * with what it says and what the one before it said; under the pseudonym, when a user was erased
 * meanwhile.
 */
final class AdjustmentRows {

  private static final List<String> LABELS =
      List.of(
          "user_id",
          "provider",
          "model_name",
          "feature",
          "activity",
          "category",
          "success",
          "conversation_id",
          "tags");

  private static final List<String> USED =
      Stream.concat(
              Stream.of(
                  "request_count",
                  "duration_ms",
                  "cost_nanos",
                  "cache_saved_nanos",
                  "cost_status",
                  "price_version"),
              TokenClass.ALL.stream().map(TokenClass::column))
          .toList();

  /** Of the raw event, and of the revisions before and after; the last two may be absent. */
  private static final String NOW = "e";

  private static final String BEFORE = "b";
  private static final String AFTER = "n";

  private static final String UNPUBLISHED =
      """
      SELECT org_id, sequence, event_key, id, run_id, revision_before, revision_after,
        cost_nanos_after - cost_nanos_before AS nanos_delta, unpriced_requests_delta,
        cache_saved_nanos_delta, cache_saved_tokens_delta,
        cost_status_after, price_version_after
      FROM raw.cost_adjustment
      WHERE published_at IS NULL AND (org_id, sequence) > ($1, $2)
      ORDER BY org_id, sequence LIMIT $3""";

  /** Of one day: the partitions of others are neither planned nor locked. */
  private static final String EVENTS =
      """
      SELECT a.org_id, a.sequence, e.event_id, e.occurred_at, %s, %s, %s
      FROM raw.usage_event e
      JOIN unnest($1::uuid[], $2::text[], $5::bigint[], $6::bigint[], $7::bigint[])
        AS a (event_key, org_id, sequence, revision_before, revision_after)
        ON a.event_key = e.event_key AND a.org_id = e.org_id
      LEFT JOIN raw.event_revision b
        ON b.event_key = a.event_key AND b.org_id = a.org_id AND b.revision = a.revision_before
      LEFT JOIN raw.event_revision n
        ON n.event_key = a.event_key AND n.org_id = a.org_id AND n.revision = a.revision_after
      WHERE e.event_key >= $3 AND e.event_key < $4"""
          .formatted(
              columns(NOW, LABELS.stream()),
              columns(BEFORE, Stream.concat(LABELS.stream(), USED.stream())),
              columns(AFTER, Stream.concat(LABELS.stream(), USED.stream())));

  private static final int AT_ONCE = 2_000;
  private static final int MAX_DAYS = 50;

  private final SqlConnection connection;

  AdjustmentRows(SqlConnection connection) {
    this.connection = connection;
  }

  /**
   * The oldest ones of events that are there, in order; of so many days as a transaction may lock.
   */
  Uni<List<Adjustment>> unpublished() {
    return unpublished("", 0);
  }

  private Uni<List<Adjustment>> unpublished(String afterOrg, long afterSequence) {
    return connection
        .preparedQuery(UNPUBLISHED)
        .execute(Tuple.of(afterOrg, afterSequence, AT_ONCE))
        .map(rows -> ofFewDays(Rows.all(rows, row -> row)))
        .chain(
            rows ->
                rows.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : withEvents(rows)
                        .chain(
                            found ->
                                found.isEmpty()
                                    ? unpublished(
                                        rows.get(rows.size() - 1).getString("org_id"),
                                        rows.get(rows.size() - 1).getLong("sequence"))
                                    : Uni.createFrom().item(found)));
  }

  private static List<Row> ofFewDays(List<Row> rows) {
    Set<LocalDate> days = new HashSet<>();
    return rows.stream()
        .takeWhile(
            row -> days.contains(dayOf(row)) || days.size() < MAX_DAYS && days.add(dayOf(row)))
        .toList();
  }

  private Uni<List<Adjustment>> withEvents(List<Row> adjustments) {
    Map<LocalDate, List<Row>> byDay =
        adjustments.stream().collect(groupingBy(AdjustmentRows::dayOf, TreeMap::new, toList()));
    return Multi.createFrom()
        .iterable(byDay.entrySet())
        .onItem()
        .transformToUniAndConcatenate(day -> eventsOf(day.getKey(), day.getValue()))
        .onItem()
        .<Row>disjoint()
        .collect()
        .asMap(AdjustmentRows::numberOf)
        .map(
            events ->
                adjustments.stream()
                    .filter(row -> events.containsKey(numberOf(row)))
                    .map(row -> adjustment(row, events.get(numberOf(row))))
                    .toList());
  }

  private Uni<List<Row>> eventsOf(LocalDate day, List<Row> adjustments) {
    return connection
        .preparedQuery(EVENTS)
        .execute(
            Tuple.tuple()
                .addValue(values(adjustments, UUID[]::new, row -> row.getUUID("event_key")))
                .addValue(values(adjustments, String[]::new, row -> row.getString("org_id")))
                .addValue(KeyDays.firstKeyOf(day))
                .addValue(KeyDays.firstKeyOf(day.plusDays(1)))
                .addValue(values(adjustments, Long[]::new, row -> row.getLong("sequence")))
                .addValue(values(adjustments, Long[]::new, row -> row.getLong("revision_before")))
                .addValue(values(adjustments, Long[]::new, row -> row.getLong("revision_after"))))
        .map(rows -> Rows.all(rows, row -> row));
  }

  private static <T> T[] values(List<Row> rows, IntFunction<T[]> array, Function<Row, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  private static LocalDate dayOf(Row row) {
    return EventKey.dayOf(row.getUUID("event_key"));
  }

  private static List<Object> numberOf(Row row) {
    return List.of(row.getString("org_id"), row.getLong("sequence"));
  }

  private static Adjustment adjustment(Row row, Row event) {
    return row.getLong("revision_after") == null
        ? costAdjustment(row, event)
        : new RevisedUsage(
            row.getLong("sequence"),
            Optional.ofNullable(row.getUUID("id")),
            usage(event, BEFORE),
            usage(event, AFTER));
  }

  private static RecordedUsage usage(Row row, String of) {
    return new RecordedUsage(
        row.getString("event_id"),
        callOf(row, of),
        row.getLong(name(of, "request_count")),
        TokenCounts.of(each -> row.getLong(name(of, each.column()))),
        Rows.number(row, name(of, "duration_ms")),
        row.getBoolean(name(of, "success")),
        row.getString(name(of, "conversation_id")),
        tags(row.getJsonObject(name(of, "tags"))),
        occurredAt(row),
        row.getLong(name(of, "cost_nanos")),
        Rows.number(row, name(of, "cache_saved_nanos")),
        CostStatus.ofCode(row.getString(name(of, "cost_status"))),
        row.getString(name(of, "price_version")),
        Optional.empty());
  }

  private static CostAdjustment costAdjustment(Row row, Row event) {
    return new CostAdjustment(
        event.getString("event_id"),
        callOf(event, NOW),
        event.getBoolean(name(NOW, "success")),
        event.getString(name(NOW, "conversation_id")),
        tags(event.getJsonObject(name(NOW, "tags"))),
        occurredAt(event),
        CostStatus.ofCode(row.getString("cost_status_after")),
        row.getString("price_version_after"),
        row.getLong("sequence"),
        row.getUUID("run_id"),
        row.getLong("nanos_delta"),
        row.getLong("unpriced_requests_delta"),
        row.getLong("cache_saved_nanos_delta"),
        row.getLong("cache_saved_tokens_delta"),
        Optional.ofNullable(row.getUUID("id")));
  }

  private static Call callOf(Row row, String of) {
    return new Call(
        row.getString("org_id"),
        row.getString(name(of, "user_id")),
        row.getString(name(of, "provider")),
        row.getString(name(of, "model_name")),
        row.getString(name(of, "feature")),
        row.getString(name(of, "activity")),
        row.getString(name(of, "category")));
  }

  private static Instant occurredAt(Row row) {
    return row.getOffsetDateTime("occurred_at").toInstant();
  }

  private static Map<String, String> tags(JsonObject json) {
    Map<String, String> tags = new TreeMap<>();
    if (json != null) {
      json.forEach(tag -> tags.put(tag.getKey(), tag.getValue().toString()));
    }
    return tags;
  }

  private static String columns(String of, Stream<String> names) {
    return names.map(name -> of + "." + name + " AS " + name(of, name)).collect(joining(", "));
  }

  private static String name(String of, String column) {
    return of + "_" + column;
  }
}
