package io.tokenledger.service.erasure;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives the users who were erased their pseudonyms in a service's schema, whose functions know of
 * them ({@code docs/adr/0009-erasure-in-two-steps.md}). A chunk is one statement, so one short
 * transaction of rows and progress together: after a crash at any line, whichever instance is there
 * goes on. One instance at a time finds something to do.
 */
@ApplicationScoped
class HistoryErasure {

  private static final Logger LOG = Logger.getLogger(HistoryErasure.class);

  private final Pool pool;
  private final ErasureConfig config;
  private final String eraseSome;
  private final String forget;
  private volatile String lastFailure = "";

  HistoryErasure(Pool pool, ErasureConfig config) {
    this.pool = pool;
    this.config = config;
    this.eraseSome = "SELECT %s.erase_some($1)".formatted(config.schema());
    this.forget = "SELECT %s.forget_erasures()".formatted(config.schema());
  }

  /** Chunk after chunk until nothing is to do now; what failed is taken up by the next turn. */
  @Scheduled(
      every = "${tokenledger.erasure.every}",
      delayed = "${tokenledger.erasure.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> workOff() {
    return Multi.createBy()
        .repeating()
        .uni(this::step)
        .whilst(Boolean::booleanValue)
        .collect()
        .last()
        .invoke(() -> lastFailure = "")
        .replaceWithVoid()
        .onFailure()
        .invoke(this::tell)
        .onFailure()
        .recoverWithNull();
  }

  @Scheduled(
      every = "${tokenledger.erasure.forget-every}",
      delayed = "${tokenledger.erasure.forget-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> forget() {
    return pool.query(forget)
        .execute()
        .replaceWithVoid()
        .onFailure()
        .invoke(this::tell)
        .onFailure()
        .recoverWithNull();
  }

  /**
   * Then the database is left alone for as long, and a millisecond at least, as there are no
   * shorter timers: an erasure never hurries at others' expense.
   */
  private Uni<Boolean> step() {
    long begin = System.nanoTime();
    return pool.preparedQuery(eraseSome)
        .execute(Tuple.of(config.chunkSize()))
        .map(rows -> Rows.only(rows).getBoolean(0))
        .chain(
            more ->
                Uni.createFrom()
                    .item(more)
                    .onItem()
                    .delayIt()
                    .by(Duration.ofNanos(System.nanoTime() - begin).plusMillis(1)));
  }

  /** The same failure is told once: whatever is in the way may stay there. */
  private void tell(Throwable failure) {
    if (!failure.toString().equals(lastFailure)) {
      lastFailure = failure.toString();
      LOG.warnf("Erasing users stopped and is taken up again: %s", failure.toString());
    }
  }
}
