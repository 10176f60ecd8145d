package io.tokenledger.ingest.repricing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.service.postgres.KeyDays;
import io.tokenledger.service.postgres.Rows;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Adjustments with what their raw events say now: under the pseudonym, when a user was erased
 * meanwhile.
 */
final class AdjustmentRows {

  private static final String UNPUBLISHED =
      """
      SELECT org_id, sequence, event_key, id, run_id, cost_nanos_after - cost_nanos_before AS nanos_delta,
        unpriced_requests_delta, cost_status_after, price_version_after
      FROM raw.cost_adjustment
      WHERE published_at IS NULL AND (org_id, sequence) > ($1, $2)
      ORDER BY org_id, sequence LIMIT $3""";

  /** Of one day: the partitions of others are neither planned nor locked. */
  private static final String EVENTS =
      """
      SELECT event_key, org_id, event_id, user_id, provider, model_name, feature, activity, category,
        success, conversation_id, tags, occurred_at
      FROM raw.usage_event
      JOIN unnest($1::uuid[], $2::text[]) AS adjusted (event_key, org_id) USING (event_key, org_id)
      WHERE event_key >= $3 AND event_key < $4""";

  private static final int AT_ONCE = 2_000;
  private static final int MAX_DAYS = 50;

  private final SqlConnection connection;

  AdjustmentRows(SqlConnection connection) {
    this.connection = connection;
  }

  /**
   * The oldest ones of events that are there, in order; of so many days as a transaction may lock.
   */
  Uni<List<CostAdjustment>> unpublished() {
    return unpublished("", 0);
  }

  private Uni<List<CostAdjustment>> unpublished(String afterOrg, long afterSequence) {
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

  private Uni<List<CostAdjustment>> withEvents(List<Row> adjustments) {
    Map<LocalDate, List<Row>> byDay =
        adjustments.stream().collect(groupingBy(AdjustmentRows::dayOf, TreeMap::new, toList()));
    return Multi.createFrom()
        .iterable(byDay.entrySet())
        .onItem()
        .transformToUniAndConcatenate(day -> eventsOf(day.getKey(), day.getValue()))
        .onItem()
        .<Row>disjoint()
        .collect()
        .asMap(AdjustmentRows::keyOf)
        .map(
            events ->
                adjustments.stream()
                    .filter(row -> events.containsKey(keyOf(row)))
                    .map(row -> adjustment(row, events.get(keyOf(row))))
                    .toList());
  }

  private Uni<List<Row>> eventsOf(LocalDate day, List<Row> adjustments) {
    return connection
        .preparedQuery(EVENTS)
        .execute(
            Tuple.of(
                adjustments.stream().map(row -> row.getUUID("event_key")).toArray(UUID[]::new),
                adjustments.stream().map(row -> row.getString("org_id")).toArray(String[]::new),
                KeyDays.firstKeyOf(day),
                KeyDays.firstKeyOf(day.plusDays(1))))
        .map(rows -> Rows.all(rows, row -> row));
  }

  private static LocalDate dayOf(Row row) {
    return EventKey.dayOf(row.getUUID("event_key"));
  }

  private static List<Object> keyOf(Row row) {
    return List.of(row.getUUID("event_key"), row.getString("org_id"));
  }

  private static CostAdjustment adjustment(Row row, Row event) {
    return new CostAdjustment(
        event.getString("event_id"),
        callOf(event),
        event.getBoolean("success"),
        event.getString("conversation_id"),
        tags(event.getJsonObject("tags")),
        event.getOffsetDateTime("occurred_at").toInstant(),
        CostStatus.ofCode(row.getString("cost_status_after")),
        row.getString("price_version_after"),
        row.getLong("sequence"),
        row.getUUID("run_id"),
        row.getLong("nanos_delta"),
        row.getLong("unpriced_requests_delta"),
        Optional.ofNullable(row.getUUID("id")));
  }

  private static Call callOf(Row row) {
    return new Call(
        row.getString("org_id"),
        row.getString("user_id"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"),
        row.getString("activity"),
        row.getString("category"));
  }

  private static Map<String, String> tags(JsonObject json) {
    Map<String, String> tags = new TreeMap<>();
    if (json != null) {
      json.forEach(tag -> tags.put(tag.getKey(), tag.getValue().toString()));
    }
    return tags;
  }
}
