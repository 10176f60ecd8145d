package io.tokenledger.ingest.postgres;

import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.StoredEvent;
import io.tokenledger.ingest.StoredEvent.Copy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code raw.event_revision}: copies of a higher revision than the row of their event. */
final class LaterRevisions {

  private static final String KEEP = RawEventColumns.keepSql();

  /** The revisions that are asked about, and the highest that is kept. */
  private static final String KEPT =
      """
      SELECT kept.event_key, kept.org_id, kept.revision, kept.payload_hash, kept.source_topic_id,
        kept.source_partition, kept.source_offset
      FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS asked (event_key, org_id, revision)
      CROSS JOIN LATERAL (
        SELECT * FROM raw.event_revision r
        WHERE (r.event_key, r.org_id, r.revision) = (asked.event_key, asked.org_id, asked.revision)
        UNION ALL
        (SELECT * FROM raw.event_revision r
         WHERE (r.event_key, r.org_id) = (asked.event_key, asked.org_id)
         ORDER BY r.revision DESC LIMIT 1)) AS kept""";

  private LaterRevisions() {}

  /**
   * Keeps what is of a higher revision than its row.
   *
   * @param events all of the batch
   * @param firsts of each row the first
   * @param earlier by name, the rows that were there before
   * @return these, and the rows that were stored now, where they have later revisions with them
   */
  static Map<EventKey.Name, StoredEvent> keep(
      JdbcTransaction transaction,
      List<KeyedEvent> events,
      List<KeyedEvent> firsts,
      Map<EventKey.Name, StoredEvent> earlier)
      throws SQLException {
    if (events.size() == firsts.size() && earlier.isEmpty()) {
      return earlier;
    }
    Map<EventKey.Name, StoredEvent> rows = new HashMap<>();
    firsts.forEach(each -> rows.put(name(each), each.event().toStored(each.userId())));
    rows.putAll(earlier);
    List<KeyedEvent> later =
        events.stream().filter(each -> revision(each) > rows.get(name(each)).revision()).toList();
    if (later.isEmpty()) {
      return earlier;
    }
    transaction.execute(KEEP, RawEventColumns.arraysOf(later));
    return with(later, kept(transaction, later), rows, earlier);
  }

  private static Map<EventKey.Name, StoredEvent> with(
      List<KeyedEvent> later,
      Map<RowKey, Map<Long, Copy>> copies,
      Map<EventKey.Name, StoredEvent> rows,
      Map<EventKey.Name, StoredEvent> earlier) {
    Map<EventKey.Name, StoredEvent> all = new HashMap<>(earlier);
    later.forEach(
        each -> all.put(name(each), rows.get(name(each)).with(copies.get(RowKey.of(each)))));
    return all;
  }

  private static Map<RowKey, Map<Long, Copy>> kept(
      JdbcTransaction transaction, List<KeyedEvent> later) throws SQLException {
    Map<RowKey, Map<Long, Copy>> copies = new HashMap<>();
    transaction
        .select(
            KEPT,
            LaterRevisions::fromRow,
            later.stream().map(KeyedEvent::key).toArray(UUID[]::new),
            later.stream().map(each -> each.event().event().orgId()).toArray(String[]::new),
            later.stream().map(LaterRevisions::revision).toArray(Long[]::new))
        .forEach(
            row ->
                copies
                    .computeIfAbsent(row.key, first -> new HashMap<>())
                    .put(row.revision, row.copy));
    return copies;
  }

  private static KeptRevision fromRow(ResultSet row) throws SQLException {
    return new KeptRevision(
        RowKey.of(row),
        row.getLong("revision"),
        new Copy(JdbcTransaction.positionOf(row), row.getLong("payload_hash")));
  }

  private record KeptRevision(RowKey key, long revision, Copy copy) {}

  private static EventKey.Name name(KeyedEvent event) {
    return event.event().name();
  }

  private static long revision(KeyedEvent event) {
    return event.event().event().revision();
  }
}
