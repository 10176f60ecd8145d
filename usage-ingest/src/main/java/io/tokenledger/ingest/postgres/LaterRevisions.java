package io.tokenledger.ingest.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.StoredEvent;
import io.tokenledger.ingest.StoredEvent.Copy;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
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
  static Uni<Map<EventKey.Name, StoredEvent>> keep(
      SqlConnection connection,
      List<KeyedEvent> events,
      List<KeyedEvent> firsts,
      Map<EventKey.Name, StoredEvent> earlier) {
    if (events.size() == firsts.size() && earlier.isEmpty()) {
      return Uni.createFrom().item(earlier);
    }
    Map<EventKey.Name, StoredEvent> rows = new HashMap<>();
    firsts.forEach(each -> rows.put(name(each), each.event().toStored(each.userId())));
    rows.putAll(earlier);
    List<KeyedEvent> later =
        events.stream().filter(each -> revision(each) > rows.get(name(each)).revision()).toList();
    return later.isEmpty()
        ? Uni.createFrom().item(earlier)
        : connection
            .preparedQuery(KEEP)
            .execute(RawEventColumns.arraysOf(later))
            .chain(() -> connection.preparedQuery(KEPT).execute(asked(later)))
            .map(kept -> with(later, copiesByKey(kept), rows, earlier));
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

  private static Map<RowKey, Map<Long, Copy>> copiesByKey(RowSet<Row> kept) {
    Map<RowKey, Map<Long, Copy>> copies = new HashMap<>();
    kept.forEach(
        row ->
            copies
                .computeIfAbsent(RowKey.of(row), first -> new HashMap<>())
                .put(row.getLong("revision"), copyOf(row)));
    return copies;
  }

  private static Copy copyOf(Row row) {
    return new Copy(
        new SourcePosition(
            row.getUUID("source_topic_id"),
            row.getInteger("source_partition"),
            row.getLong("source_offset")),
        row.getLong("payload_hash"));
  }

  private static Tuple asked(List<KeyedEvent> events) {
    List<UUID> keys = new ArrayList<>();
    List<String> orgs = new ArrayList<>();
    List<Long> revisions = new ArrayList<>();
    for (KeyedEvent each : events) {
      keys.add(each.key());
      orgs.add(each.event().event().orgId());
      revisions.add(revision(each));
    }
    return Tuple.of(
        keys.toArray(UUID[]::new), orgs.toArray(String[]::new), revisions.toArray(Long[]::new));
  }

  private static EventKey.Name name(KeyedEvent event) {
    return event.event().name();
  }

  private static long revision(KeyedEvent event) {
    return event.event().event().revision();
  }
}
