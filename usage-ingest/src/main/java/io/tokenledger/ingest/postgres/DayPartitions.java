package io.tokenledger.ingest.postgres;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.ingest.intake.RawDays;
import io.tokenledger.service.worker.OnWorker;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** The day partitions of the raw table: made ahead of time, and on demand for late events. */
@ApplicationScoped
public class DayPartitions implements RawDays {

  private static final Logger LOG = Logger.getLogger(DayPartitions.class);
  private static final int DAYS_AHEAD = 3;

  /** Of a request that is waited for; making a day takes 20 ms, and more the more there are. */
  private static final Duration MOST_OF_A_REQUEST = Duration.ofSeconds(3);

  private static final String PRESENT =
      """
      SELECT day FROM unnest($1::date[]) AS day
      WHERE to_regclass('raw.usage_event_' || to_char(day, 'YYYYMMDD')) IS NOT NULL""";

  private static final String ENSURE = "SELECT raw.ensure_day_partition($1)";

  private final Pool pool;
  private final Clock clock = Clock.systemUTC();
  private final Set<LocalDate> present = ConcurrentHashMap.newKeySet();
  private final Semaphore preparing = new Semaphore(1, true);

  DayPartitions(Pool pool) {
    this.pool = pool;
  }

  void onStart(@Observes StartupEvent start) {
    OnWorker.await(ahead());
  }

  @Scheduled(
      every = "${tokenledger.ingest.partitions-every}",
      delayed = "${tokenledger.ingest.partitions-every}")
  Uni<Void> ahead() {
    LocalDate today = LocalDate.now(clock);
    return ensureAll(
        Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
            .limit(DAYS_AHEAD + 2L)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  Uni<Void> ensureFor(List<PricedEvent> events) {
    Set<LocalDate> unknown =
        unknown(events.stream().map(event -> EventKey.dayOf(event.key().value())));
    return unknown.isEmpty()
        ? Uni.createFrom().voidItem()
        : look(unknown).chain(() -> ensureAll(unknown(unknown.stream())));
  }

  /** Where the database does not answer, the lane will make what it needs. */
  @Override
  public boolean prepare(Set<LocalDate> days) {
    Set<LocalDate> unknown = unknown(days.stream());
    if (unknown.isEmpty()) {
      return true;
    }
    Instant end = clock.instant().plus(MOST_OF_A_REQUEST);
    if (!isItsTurn()) {
      return false;
    }
    try {
      OnWorker.await(look(unknown));
      Set<LocalDate> missing = unknown(unknown.stream());
      missing.stream()
          .takeWhile(day -> clock.instant().isBefore(end))
          .forEach(day -> OnWorker.await(ensure(day)));
      return present.containsAll(missing);
    } catch (RuntimeException e) {
      LOG.warnf("Days of events over HTTP are left to be made when they are stored: %s", e);
      return true;
    } finally {
      preparing.release();
    }
  }

  private boolean isItsTurn() {
    try {
      return preparing.tryAcquire(MOST_OF_A_REQUEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** In order. */
  private Set<LocalDate> unknown(Stream<LocalDate> days) {
    return days.filter(day -> !present.contains(day))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All of them in one question: another instance may have made them. */
  private Uni<Void> look(Set<LocalDate> days) {
    return pool.preparedQuery(PRESENT)
        .execute(Tuple.of(days.toArray(LocalDate[]::new)))
        .invoke(rows -> rows.forEach(row -> present.add(row.getLocalDate(0))))
        .replaceWithVoid();
  }

  /** After a failure: somebody may have dropped a day. */
  public void forget() {
    present.clear();
  }

  /** Each day in a transaction of its own: one holds about six locks until its end. */
  private Uni<Void> ensureAll(Set<LocalDate> days) {
    return days.isEmpty()
        ? Uni.createFrom().voidItem()
        : Multi.createFrom()
            .iterable(days)
            .onItem()
            .transformToUniAndConcatenate(this::ensure)
            .collect()
            .last()
            .replaceWithVoid();
  }

  private Uni<Void> ensure(LocalDate day) {
    return pool.preparedQuery(ENSURE)
        .execute(Tuple.of(day))
        .invoke(() -> present.add(day))
        .replaceWithVoid();
  }
}
