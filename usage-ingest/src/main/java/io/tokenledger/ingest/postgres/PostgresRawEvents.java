package io.tokenledger.ingest.postgres;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.ingest.RawEvents;
import io.tokenledger.ingest.RefusedByDatabaseException;
import io.tokenledger.ingest.StoredEvent;
import io.tokenledger.ingest.UsageBatch;
import io.tokenledger.service.postgres.ErasedUsersTable;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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

  private static final String NOTE_UNPRICED = "SELECT raw.note_unpriced($1, $2)";

  private static final ErasedUsersTable ERASED_USERS = new ErasedUsersTable("raw.erased_user");

  private final Pool pool;
  private final DayPartitions partitions;

  PostgresRawEvents(Pool pool, DayPartitions partitions) {
    this.pool = pool;
    this.partitions = partitions;
  }

  @Override
  public Uni<Map<EventKey.Name, StoredEvent>> store(List<PricedEvent> events, UsageBatch batch) {
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

  private static Uni<Map<EventKey.Name, StoredEvent>> store(
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
                  .call(missed -> FarDays.note(c, firsts, missed))
                  .call(() -> noteUnpriced(c, events, batch))
                  .chain(missed -> new EarlierRows(c, batch).of(ofRows(missed, keyed)))
                  .chain(
                      earlier ->
                          LaterRevisions.keep(c, keyed, firsts, earlier)
                              .map(kept -> and(kept, firsts)));
            });
  }

  /** All of a batch are held against one book. */
  private static Uni<Void> noteUnpriced(
      SqlConnection connection, List<PricedEvent> events, UsageBatch batch) {
    return events.stream().noneMatch(event -> event.costStatus().lacksPrice())
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(NOTE_UNPRICED)
            .execute(
                Tuple.of(
                    Collections.min(batch.readFrom().offsets().keySet()),
                    events.get(0).priceBook()))
            .replaceWithVoid();
  }

  /** With the events that were stored now under a pseudonym. */
  private static Map<EventKey.Name, StoredEvent> and(
      Map<EventKey.Name, StoredEvent> earlier, List<KeyedEvent> keyed) {
    Map<EventKey.Name, StoredEvent> all = new HashMap<>(earlier);
    keyed.stream()
        .filter(KeyedEvent::underPseudonym)
        .forEach(
            each -> all.putIfAbsent(each.event().name(), each.event().toStored(each.userId())));
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
        priced.key().identity().map(keys::get).orElse(priced.key().value()),
        erased.userIdOf(event.orgId(), event.call().userId(), event.occurredAt()));
  }

  /** All of the batch that are of these events' rows: any of them may be the copy of its row. */
  private static List<KeyedEvent> ofRows(List<KeyedEvent> missed, List<KeyedEvent> all) {
    Set<RowKey> rows = missed.stream().map(RowKey::of).collect(toSet());
    return rows.isEmpty()
        ? missed
        : all.stream().filter(each -> rows.contains(RowKey.of(each))).toList();
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

  private record PartitionOffset(int partition, long offset) {
    static PartitionOffset of(KeyedEvent event) {
      return new PartitionOffset(event.position().partition(), event.position().offset());
    }
  }
}
