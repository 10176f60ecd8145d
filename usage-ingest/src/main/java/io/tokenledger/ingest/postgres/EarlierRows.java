package io.tokenledger.ingest.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.StoredEvent;
import io.tokenledger.ingest.UsageBatch;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows that events of a batch met, in the batch's transaction. Day by day: each statement names
 * the range of its keys, so that the partitions of other days are neither planned nor locked.
 */
final class EarlierRows {

  /** A statement of its own: the insert's snapshot may be older than the row it met. */
  private static final String EARLIER =
      """
      SELECT event_key, org_id, user_id, revision, payload_hash, cost_status, cost_nanos,
        cache_saved_nanos, price_version, source_topic_id, source_partition, source_offset
      FROM raw.usage_event
      JOIN unnest($1::uuid[], $2::text[]) AS missed (event_key, org_id) USING (event_key, org_id)
      WHERE event_key BETWEEN $3 AND $4""";

  /**
   * Rows of an epoch that is over which were not published, by what is known of it and by what the
   * rollups count: nobody else will publish them. The copy of the event at hand does, in their
   * place.
   */
  private static final String TAKE_OVER =
      """
      UPDATE raw.usage_event AS e
      SET source_topic_id = $5, source_partition = copy.source_partition,
        source_offset = copy.source_offset
      FROM unnest($1::uuid[], $2::text[], $6::integer[], $7::bigint[])
        AS copy (event_key, org_id, source_partition, source_offset)
      WHERE e.event_key = copy.event_key AND e.org_id = copy.org_id
        AND e.event_key BETWEEN $3 AND $4
        AND EXISTS (
          SELECT FROM raw.published_position p
          WHERE p.topic_id = e.source_topic_id AND p.source_partition = e.source_partition
            AND p.published_below <= e.source_offset)
        AND NOT EXISTS (
          SELECT FROM rollup.usage_counted c
          WHERE c.org_id = e.org_id AND c.source_topic_id = e.source_topic_id
            AND c.source_partition = e.source_partition AND c.counted_through >= e.source_offset)
      RETURNING e.event_key, e.org_id""";

  private final SqlConnection connection;
  private final UsageBatch batch;
  private final Map<RowKey, StoredEvent> stored = new HashMap<>();

  EarlierRows(SqlConnection connection, UsageBatch batch) {
    this.connection = connection;
    this.batch = batch;
  }

  /**
   * @param missed events of whose key and org there was a row, in key order; of one row any number
   * @return by name
   */
  Uni<Map<EventKey.Name, StoredEvent>> of(List<KeyedEvent> missed) {
    return missed.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : eachDay(missed, this::read)
            .chain(() -> eachDay(missed.stream().filter(this::isToTakeOver).toList(), this::take))
            .map(done -> byName(missed));
  }

  private static Uni<Void> eachDay(
      List<KeyedEvent> events, Function<List<KeyedEvent>, Uni<Void>> step) {
    Map<LocalDate, List<KeyedEvent>> byDay =
        events.stream()
            .collect(groupingBy(event -> EventKey.dayOf(event.key()), TreeMap::new, toList()));
    return Multi.createFrom()
        .iterable(byDay.values())
        .onItem()
        .transformToUniAndConcatenate(step::apply)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> read(List<KeyedEvent> ofDay) {
    return connection
        .preparedQuery(EARLIER)
        .execute(keysOf(ofDay))
        .invoke(rows -> rows.forEach(row -> stored.put(RowKey.of(row), fromRow(row))))
        .replaceWithVoid();
  }

  /** Of a row of an earlier epoch, the copy that is yet to be published. */
  private boolean isToTakeOver(KeyedEvent event) {
    StoredEvent row = stored.get(RowKey.of(event));
    return row != null
        && !row.position().topicId().equals(event.position().topicId())
        && row.revision() == event.event().event().revision()
        && row.payloadHash() == event.event().event().payloadHash()
        && !batch.isPublished(event.event().message());
  }

  private Uni<Void> take(List<KeyedEvent> ofDay) {
    Map<RowKey, SourcePosition> copies = new HashMap<>();
    ofDay.forEach(event -> copies.put(RowKey.of(event), event.position()));
    return connection
        .preparedQuery(TAKE_OVER)
        .execute(
            keysOf(ofDay)
                .addValue(ofDay.get(0).position().topicId())
                .addValue(ofDay.stream().map(e -> e.position().partition()).toArray(Integer[]::new))
                .addValue(ofDay.stream().map(e -> e.position().offset()).toArray(Long[]::new)))
        .invoke(rows -> rows.forEach(row -> move(RowKey.of(row), copies)))
        .replaceWithVoid();
  }

  private void move(RowKey key, Map<RowKey, SourcePosition> copies) {
    stored.computeIfPresent(key, (same, row) -> row.at(copies.get(key)));
  }

  private Map<EventKey.Name, StoredEvent> byName(List<KeyedEvent> missed) {
    Map<EventKey.Name, StoredEvent> byName = new HashMap<>();
    for (KeyedEvent event : missed) {
      byName.put(event.event().name(), stored.get(RowKey.of(event)));
    }
    return byName;
  }

  /** The first four parameters of both statements. */
  private static Tuple keysOf(List<KeyedEvent> ofDay) {
    return Tuple.tuple()
        .addValue(ofDay.stream().map(KeyedEvent::key).toArray(UUID[]::new))
        .addValue(ofDay.stream().map(e -> e.event().event().orgId()).toArray(String[]::new))
        .addValue(ofDay.get(0).key())
        .addValue(ofDay.get(ofDay.size() - 1).key());
  }

  private static StoredEvent fromRow(Row row) {
    return new StoredEvent(
        new SourcePosition(
            row.getUUID("source_topic_id"),
            row.getInteger("source_partition"),
            row.getLong("source_offset")),
        row.getString("user_id"),
        row.getLong("revision"),
        row.getLong("payload_hash"),
        CostStatus.ofCode(row.getString("cost_status")),
        row.getLong("cost_nanos"),
        Rows.number(row, "cache_saved_nanos"),
        row.getString("price_version"),
        Map.of());
  }
}
