package io.tokenledger.service.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Works off the erasures that the functions of a schema know of. A chunk is one statement, so one
 * short transaction of rows and progress together: after a crash at any line, whichever instance is
 * there goes on. One instance at a time finds something to do.
 */
public final class ErasureSteps {

  private static final Logger LOG = Logger.getLogger(ErasureSteps.class);

  private final Pool pool;
  private final ErasureConfig config;
  private final String eraseSome;
  private final String forget;
  private volatile String lastFailure = "";

  /**
   * @param schema whose functions {@code erase_some} and {@code forget_erasures} are called
   */
  public ErasureSteps(Pool pool, ErasureConfig config, String schema) {
    this.pool = pool;
    this.config = config;
    this.eraseSome = "SELECT %s.erase_some($1)".formatted(schema);
    this.forget = "SELECT %s.forget_erasures()".formatted(schema);
  }

  /** Chunk after chunk until nothing is to do now; what failed is taken up by the next turn. */
  public Uni<Void> workOff() {
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

  public Uni<Void> forget() {
    return pool.query(forget)
        .execute()
        .replaceWithVoid()
        .onFailure()
        .invoke(this::tell)
        .onFailure()
        .recoverWithNull();
  }

  /** Then the database is left alone for as long: an erasure never hurries at others' expense. */
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
                    .by(Duration.ofNanos(System.nanoTime() - begin)));
  }

  /** The same failure is told once: whatever is in the way may stay there. */
  private void tell(Throwable failure) {
    if (!failure.toString().equals(lastFailure)) {
      lastFailure = failure.toString();
      LOG.warnf("Erasing users stopped and is taken up again: %s", failure.toString());
    }
  }
}
