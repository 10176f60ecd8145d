package io.tokenledger.ingest.postgres;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.service.worker.OnWorker;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The day partitions of the raw table: made ahead of time, and on demand for late events. */
@ApplicationScoped
public class DayPartitions {

  private static final int DAYS_AHEAD = 3;
  private static final String ENSURE = "SELECT raw.ensure_day_partition($1)";

  private final Pool pool;
  private final Clock clock = Clock.systemUTC();
  private final Set<LocalDate> present = ConcurrentHashMap.newKeySet();

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
    return ensure(
        Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
            .limit(DAYS_AHEAD + 2L)
            .collect(Collectors.toSet()));
  }

  Uni<Void> ensureFor(List<PricedEvent> events) {
    return ensure(
        events.stream()
            .map(event -> EventKey.dayOf(event.key().value()))
            .filter(day -> !present.contains(day))
            .collect(Collectors.toSet()));
  }

  /** After a failure: somebody may have dropped a day. */
  public void forget() {
    present.clear();
  }

  /** Each day in a transaction of its own: one holds about six locks until its end. */
  private Uni<Void> ensure(Set<LocalDate> days) {
    return days.isEmpty()
        ? Uni.createFrom().voidItem()
        : Multi.createFrom()
            .iterable(new TreeSet<>(days))
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
