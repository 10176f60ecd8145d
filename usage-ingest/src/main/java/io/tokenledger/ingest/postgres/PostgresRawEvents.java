package io.tokenledger.ingest.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tokenledger.events.Call;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.ingest.RawEvents;
import io.tokenledger.ingest.RefusedByDatabaseException;
import io.tokenledger.ingest.StoredEvent;
import io.tokenledger.ingest.UsageBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Asks which rows of a batch are there, and copies the others. Between the two another transaction
 * may store one of them: then all of it is taken back and done again, and the row is seen.
 */
@ApplicationScoped
class PostgresRawEvents implements RawEvents {

  /** SQLSTATE classes: data exception, program limit exceeded. */
  private static final Set<String> DATA_ERRORS = Set.of("22", "54");

  private static final String UNIQUE_VIOLATION = "23505";

  /** Whoever stores the same rows at the same time is another owner of the partitions, or was. */
  private static final int ATTEMPTS = 10;

  private static final String NOTE_UNPRICED = "SELECT raw.note_unpriced($1, $2)";

  private final LaneConnections connections;
  private final DayPartitions partitions;

  PostgresRawEvents(LaneConnections connections, DayPartitions partitions) {
    this.connections = connections;
    this.partitions = partitions;
  }

  @Override
  public Uni<Map<EventKey.Name, StoredEvent>> store(List<PricedEvent> events, UsageBatch batch) {
    return partitions
        .ensureFor(events)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(ready -> storeNow(events, batch))
        .onFailure()
        .invoke(partitions::forget);
  }

  private Map<EventKey.Name, StoredEvent> storeNow(List<PricedEvent> events, UsageBatch batch) {
    try {
      return storeUnlessOthersDo(events, batch);
    } catch (SQLException e) {
      throw refusesTheData(e) ? new RefusedByDatabaseException(e) : new IllegalStateException(e);
    }
  }

  /** A missing partition is told as a violation of no constraint; it is made by the next try. */
  private static boolean refusesTheData(SQLException failure) {
    return failure instanceof PSQLException refusal
        && refusal.getSQLState() != null
        && !refusal.getSQLState().equals(UNIQUE_VIOLATION)
        && (DATA_ERRORS.contains(refusal.getSQLState().substring(0, 2))
            || violatesAConstraint(refusal));
  }

  private static boolean violatesAConstraint(PSQLException refusal) {
    return Optional.ofNullable(refusal.getServerErrorMessage())
        .map(ServerErrorMessage::getConstraint)
        .isPresent();
  }

  private Map<EventKey.Name, StoredEvent> storeUnlessOthersDo(
      List<PricedEvent> events, UsageBatch batch) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return connections.transact(transaction -> store(transaction, events, batch));
      } catch (SQLException e) {
        if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static Map<EventKey.Name, StoredEvent> store(
      JdbcTransaction transaction, List<PricedEvent> events, UsageBatch batch) throws SQLException {
    PostgresPublishedPositions.raise(transaction, batch.readFrom());
    if (events.isEmpty()) {
      return Map.of();
    }
    Map<UUID, UUID> keys = EventRegistry.register(transaction, events);
    ErasedUsers erased = ErasedUserRows.of(callsOf(events), transaction);
    List<KeyedEvent> keyed = keyed(events, keys, erased);
    List<KeyedEvent> firsts = KeyedEvent.firstOfEach(keyed);
    EarlierRows earlier = EarlierRows.of(firsts, transaction);
    Map<EventKey.Name, StoredEvent> rows =
        earlier.takenOverBy(keyed.stream().filter(earlier::has).toList(), batch);
    copy(transaction, firsts.stream().filter(each -> !earlier.has(each)).toList());
    noteUnpriced(transaction, events, batch);
    return and(LaterRevisions.keep(transaction, keyed, firsts, rows), firsts);
  }

  /** In key order, so that no two transactions wait for each other. */
  private static void copy(JdbcTransaction transaction, List<KeyedEvent> absent)
      throws SQLException {
    if (!absent.isEmpty()) {
      transaction.copy("raw.usage_event", RawEventColumns.COLUMNS, absent);
      FarDays.note(transaction, absent);
    }
  }

  /** All of a batch are held against one book. */
  private static void noteUnpriced(
      JdbcTransaction transaction, List<PricedEvent> events, UsageBatch batch) throws SQLException {
    if (events.stream().anyMatch(event -> event.costStatus().lacksPrice())) {
      transaction.execute(
          NOTE_UNPRICED,
          Collections.min(batch.readFrom().offsets().keySet()),
          events.get(0).priceBook());
    }
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
}
