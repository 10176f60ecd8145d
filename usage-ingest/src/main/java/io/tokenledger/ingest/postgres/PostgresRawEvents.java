package io.tokenledger.ingest.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.ingest.RawEvents;
import io.tokenledger.ingest.RefusedByDatabaseException;
import io.tokenledger.ingest.StoredEvent;
import io.tokenledger.ingest.UsageBatch;
import io.tokenledger.service.postgres.ErasedUsersTable;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Stores a batch with one insert; asks for earlier rows only when some were there. */
@ApplicationScoped
class PostgresRawEvents implements RawEvents {

  /** SQLSTATE classes: data exception, program limit exceeded. */
  private static final Set<String> DATA_ERRORS = Set.of("22", "54");

  private static final String INSERT = RawEventColumns.insertSql();

  /** A statement of its own: the insert's snapshot may be older than the row it met. */
  private static final String EARLIER =
      """
      SELECT event_key, org_id, user_id, revision, payload_hash, cost_status, cost_nanos, price_version,
             source_topic_id, source_partition, source_offset
      FROM raw.usage_event
      JOIN unnest($1::uuid[], $2::text[]) AS missed (event_key, org_id) USING (event_key, org_id)""";

  /**
   * Rows of an epoch that is over which were not published, by what is known of it and by what the
   * rollups count: nobody else will publish them. The copy of the event at hand does, in their
   * place.
   */
  private static final String TAKE_OVER =
      """
      UPDATE raw.usage_event AS e
      SET source_topic_id = $1, source_partition = copy.source_partition,
        source_offset = copy.source_offset
      FROM unnest($2::uuid[], $3::text[], $4::integer[], $5::bigint[])
        AS copy (event_key, org_id, source_partition, source_offset)
      WHERE e.event_key = copy.event_key AND e.org_id = copy.org_id
        AND EXISTS (
          SELECT FROM raw.published_position p
          WHERE p.topic_id = e.source_topic_id AND p.source_partition = e.source_partition
            AND p.published_below <= e.source_offset)
        AND NOT EXISTS (
          SELECT FROM rollup.usage_counted c
          WHERE c.org_id = e.org_id AND c.source_topic_id = e.source_topic_id
            AND c.source_partition = e.source_partition AND c.counted_through >= e.source_offset)
      RETURNING e.event_key, e.org_id""";

  private static final ErasedUsersTable ERASED_USERS = new ErasedUsersTable("raw.erased_user");

  private final Pool pool;
  private final DayPartitions partitions;

  PostgresRawEvents(Pool pool, DayPartitions partitions) {
    this.pool = pool;
    this.partitions = partitions;
  }

  @Override
  public Uni<Map<UUID, StoredEvent>> store(List<PricedEvent> events, UsageBatch batch) {
    return partitions
        .ensureFor(events)
        .chain(
            () ->
                pool.withTransaction(
                    connection ->
                        PostgresPublishedPositions.raise(connection, batch.readFrom())
                            .chain(() -> store(connection, events, batch))))
        .onFailure()
        .invoke(partitions::forget)
        .onFailure(PostgresRawEvents::refusesTheData)
        .transform(RefusedByDatabaseException::new);
  }

  /** A missing partition is told as a violation of no constraint; it is made by the next try. */
  private static boolean refusesTheData(Throwable failure) {
    return failure instanceof PgException refusal
        && refusal.getSqlState() != null
        && (DATA_ERRORS.contains(refusal.getSqlState().substring(0, 2))
            || refusal.getConstraint() != null);
  }

  private static Uni<Map<UUID, StoredEvent>> store(
      SqlConnection c, List<PricedEvent> events, UsageBatch batch) {
    if (events.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return EventRegistry.register(c, events)
        .chain(keys -> ERASED_USERS.of(callsOf(events), c).map(e -> keyed(events, keys, e)))
        .chain(
            keyed -> {
              List<KeyedEvent> firsts = KeyedEvent.firstOfEach(keyed);
              return c.preparedQuery(INSERT)
                  .execute(RawEventColumns.arraysOf(firsts))
                  .map(rows -> missed(firsts, Rows.only(rows)))
                  .chain(missed -> earlier(c, missed, batch))
                  .chain(
                      earlier ->
                          LaterRevisions.keep(c, keyed, firsts, earlier)
                              .map(kept -> and(kept, firsts)));
            });
  }

  /** With the events that were stored now under a pseudonym. */
  private static Map<UUID, StoredEvent> and(
      Map<UUID, StoredEvent> earlier, List<KeyedEvent> keyed) {
    Map<UUID, StoredEvent> all = new HashMap<>(earlier);
    keyed.stream()
        .filter(KeyedEvent::underPseudonym)
        .forEach(
            each ->
                all.putIfAbsent(
                    each.event().key().identity(), each.event().toStored(each.userId())));
    return all;
  }

  private static List<Call> callsOf(List<PricedEvent> events) {
    return events.stream().map(event -> event.event().call()).toList();
  }

  private static List<KeyedEvent> keyed(
      List<PricedEvent> events, Map<UUID, UUID> keys, ErasedUsers erased) {
    return events.stream()
        .map(event -> keyed(event, keys, erased))
        .sorted(KeyedEvent.INDEX_ORDER)
        .toList();
  }

  private static KeyedEvent keyed(PricedEvent priced, Map<UUID, UUID> keys, ErasedUsers erased) {
    UsageEvent event = priced.event();
    return new KeyedEvent(
        priced,
        keys.getOrDefault(priced.key().identity(), priced.key().value()),
        erased.userIdOf(event.orgId(), event.call().userId(), event.occurredAt()));
  }

  private static List<KeyedEvent> missed(List<KeyedEvent> events, Row inserted) {
    Integer[] partitionNumbers = inserted.getArrayOfIntegers("partitions");
    if (partitionNumbers != null && partitionNumbers.length == events.size()) {
      return List.of();
    }
    Long[] offsets = inserted.getArrayOfLongs("offsets");
    Set<PartitionOffset> made = new HashSet<>();
    for (int i = 0; partitionNumbers != null && i < partitionNumbers.length; i++) {
      made.add(new PartitionOffset(partitionNumbers[i], offsets[i]));
    }
    return events.stream().filter(e -> !made.contains(PartitionOffset.of(e))).toList();
  }

  private static Uni<Map<UUID, StoredEvent>> earlier(
      SqlConnection c, List<KeyedEvent> missed, UsageBatch batch) {
    if (missed.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    UUID[] keys = missed.stream().map(KeyedEvent::key).toArray(UUID[]::new);
    String[] orgs = missed.stream().map(e -> e.event().event().orgId()).toArray(String[]::new);
    return c.preparedQuery(EARLIER)
        .execute(Tuple.of(keys, orgs))
        .map(PostgresRawEvents::byKey)
        .call(stored -> takeOver(c, copiesFromLater(missed, stored, batch), stored))
        .map(stored -> byIdentity(missed, stored));
  }

  private static Map<RowKey, StoredEvent> byKey(RowSet<Row> rows) {
    Map<RowKey, StoredEvent> stored = new HashMap<>();
    rows.forEach(row -> stored.put(RowKey.of(row), fromRow(row)));
    return stored;
  }

  /** Of rows of an earlier epoch, those that are yet to be published. */
  private static Map<RowKey, KeyedEvent> copiesFromLater(
      List<KeyedEvent> missed, Map<RowKey, StoredEvent> stored, UsageBatch batch) {
    Map<RowKey, KeyedEvent> copies = new LinkedHashMap<>();
    for (KeyedEvent event : missed) {
      StoredEvent row = stored.get(RowKey.of(event));
      if (row != null
          && !row.position().topicId().equals(event.position().topicId())
          && row.revision() == event.event().event().revision()
          && row.payloadHash() == event.event().event().payloadHash()
          && !batch.isPublished(event.event().message())) {
        copies.put(RowKey.of(event), event);
      }
    }
    return copies;
  }

  private static Uni<Void> takeOver(
      SqlConnection c, Map<RowKey, KeyedEvent> copies, Map<RowKey, StoredEvent> stored) {
    if (copies.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<KeyedEvent> events = List.copyOf(copies.values());
    return c.preparedQuery(TAKE_OVER)
        .execute(
            Tuple.of(
                events.get(0).position().topicId(),
                events.stream().map(KeyedEvent::key).toArray(UUID[]::new),
                events.stream().map(e -> e.event().event().orgId()).toArray(String[]::new),
                events.stream().map(e -> e.position().partition()).toArray(Integer[]::new),
                events.stream().map(e -> e.position().offset()).toArray(Long[]::new)))
        .invoke(rows -> rows.forEach(row -> move(RowKey.of(row), copies, stored)))
        .replaceWithVoid();
  }

  private static void move(
      RowKey key, Map<RowKey, KeyedEvent> copies, Map<RowKey, StoredEvent> stored) {
    SourcePosition position = copies.get(key).position();
    stored.computeIfPresent(key, (k, row) -> row.at(position));
  }

  private static Map<UUID, StoredEvent> byIdentity(
      List<KeyedEvent> missed, Map<RowKey, StoredEvent> stored) {
    Map<UUID, StoredEvent> byIdentity = new HashMap<>();
    for (KeyedEvent event : missed) {
      byIdentity.put(event.event().key().identity(), stored.get(RowKey.of(event)));
    }
    return byIdentity;
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
        row.getString("price_version"),
        Map.of());
  }

  private record PartitionOffset(int partition, long offset) {
    static PartitionOffset of(KeyedEvent event) {
      return new PartitionOffset(event.position().partition(), event.position().offset());
    }
  }
}
