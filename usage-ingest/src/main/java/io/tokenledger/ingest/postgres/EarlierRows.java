package io.tokenledger.ingest.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.StoredEvent;
import io.tokenledger.ingest.UsageBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The rows that were there before a batch, in the batch's transaction. Day by day: each statement
 * names the range of its keys, so that the partitions of other days are neither planned nor locked.
 */
final class EarlierRows {

  /**
   * By key alone: one pass over a piece of the index, and what other orgs have under the same keys
   * is not looked at. The keys are a query of their own so that the planner does not look at each
   * of them, which takes longer than to find the rows.
   */
  private static final String EARLIER =
      """
      SELECT event_key, org_id, user_id, revision, payload_hash, cost_status, cost_nanos,
        cache_saved_nanos, price_version, source_topic_id, source_partition, source_offset
      FROM raw.usage_event
      WHERE event_key = ANY ((SELECT $1::uuid[])::uuid[]) AND event_key BETWEEN $2 AND $3\
      """;

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
        AND e.event_key BETWEEN $3 AND $4 AND e.source_topic_id <> $5
        AND EXISTS (
          SELECT FROM raw.published_position p
          WHERE p.topic_id = e.source_topic_id AND p.source_partition = e.source_partition
            AND p.published_below <= e.source_offset)
        AND NOT EXISTS (
          SELECT FROM rollup.usage_counted c
          WHERE c.org_id = e.org_id AND c.source_topic_id = e.source_topic_id
            AND c.source_partition = e.source_partition AND c.counted_through >= e.source_offset)
      RETURNING e.event_key, e.org_id\
      """;

  private final JdbcTransaction transaction;
  private final Map<RowKey, StoredEvent> stored = new HashMap<>();

  private EarlierRows(JdbcTransaction transaction) {
    this.transaction = transaction;
  }

  /**
   * @param firsts of each row one event, in key order
   */
  static EarlierRows of(List<KeyedEvent> firsts, JdbcTransaction transaction) throws SQLException {
    EarlierRows earlier = new EarlierRows(transaction);
    for (List<KeyedEvent> ofDay : byDay(firsts)) {
      earlier.read(ofDay);
    }
    return earlier;
  }

  boolean has(KeyedEvent event) {
    return !stored.isEmpty() && stored.containsKey(RowKey.of(event));
  }

  /**
   * What the batch does not find published any more goes over to it.
   *
   * @param events of the rows that are there, in key order; of one row any number: any of them may
   *     be its copy
   * @return by name
   */
  Map<EventKey.Name, StoredEvent> takenOverBy(List<KeyedEvent> events, UsageBatch batch)
      throws SQLException {
    for (List<KeyedEvent> ofDay :
        byDay(events.stream().filter(event -> isToTakeOver(event, batch)).toList())) {
      takeOver(ofDay);
    }
    Map<EventKey.Name, StoredEvent> byName = new HashMap<>();
    for (KeyedEvent event : events) {
      byName.put(event.event().name(), stored.get(RowKey.of(event)));
    }
    return byName;
  }

  private static Collection<List<KeyedEvent>> byDay(List<KeyedEvent> events) {
    Map<LocalDate, List<KeyedEvent>> byDay =
        events.stream()
            .collect(groupingBy(event -> EventKey.dayOf(event.key()), TreeMap::new, toList()));
    return byDay.values();
  }

  private void read(List<KeyedEvent> ofDay) throws SQLException {
    transaction
        .select(
            EARLIER,
            row -> Map.entry(RowKey.of(row), fromRow(row)),
            keys(ofDay),
            first(ofDay),
            last(ofDay))
        .forEach(row -> stored.put(row.getKey(), row.getValue()));
  }

  /** Of a row of an earlier epoch, the copy that is yet to be published. */
  private boolean isToTakeOver(KeyedEvent event, UsageBatch batch) {
    StoredEvent row = stored.get(RowKey.of(event));
    return !row.position().topicId().equals(event.position().topicId())
        && row.revision() == event.event().event().revision()
        && event.event().saysTheSameAs(row.payloadHash())
        && !batch.isPublished(event.event().message());
  }

  private void takeOver(List<KeyedEvent> ofDay) throws SQLException {
    Map<RowKey, SourcePosition> copies = new HashMap<>();
    ofDay.forEach(event -> copies.put(RowKey.of(event), event.position()));
    transaction
        .select(
            TAKE_OVER,
            row -> RowKey.of(row),
            keys(ofDay),
            ofDay.stream().map(KeyedEvent::orgId).toArray(String[]::new),
            first(ofDay),
            last(ofDay),
            ofDay.get(0).position().topicId(),
            ofDay.stream().map(e -> e.position().partition()).toArray(Integer[]::new),
            ofDay.stream().map(e -> e.position().offset()).toArray(Long[]::new))
        .forEach(key -> stored.computeIfPresent(key, (same, row) -> row.at(copies.get(key))));
  }

  private static UUID[] keys(List<KeyedEvent> ofDay) {
    return ofDay.stream().map(KeyedEvent::key).toArray(UUID[]::new);
  }

  private static UUID first(List<KeyedEvent> ofDay) {
    return ofDay.get(0).key();
  }

  private static UUID last(List<KeyedEvent> ofDay) {
    return ofDay.get(ofDay.size() - 1).key();
  }

  private static StoredEvent fromRow(ResultSet row) throws SQLException {
    return new StoredEvent(
        JdbcTransaction.positionOf(row),
        row.getString("user_id"),
        row.getLong("revision"),
        row.getLong("payload_hash"),
        CostStatus.ofCode(row.getString("cost_status")),
        row.getLong("cost_nanos"),
        cacheSaved(row),
        row.getString("price_version"),
        Map.of());
  }

  private static OptionalLong cacheSaved(ResultSet row) throws SQLException {
    long nanos = row.getLong("cache_saved_nanos");
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(nanos);
  }
}
