package io.tokenledger.gateway.chat.postgres;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.ChatConfig;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Drops conversations that nobody has used for long, also while chats are switched off. */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final String DROP = "SELECT chat.drop_before($1, $2)";

  private final Pool pool;
  private final ChatConfig config;
  private final Clock clock = Clock.systemUTC();

  Retention(Pool pool, ChatConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Chunk after chunk, each a short transaction; what failed is taken up by the next turn. */
  @Scheduled(
      every = "${tokenledger.gateway.chat.retention-every}",
      delayed = "${tokenledger.gateway.chat.retention-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public Uni<Void> drop() {
    return Multi.createBy()
        .repeating()
        .uni(this::chunk)
        .whilst(dropped -> dropped > 0)
        .collect()
        .asList()
        .invoke(chunks -> tell(chunks.stream().mapToLong(Long::longValue).sum()))
        .replaceWithVoid()
        .onFailure()
        .invoke(failure -> LOG.warnf("Old conversations stay for now: %s", failure.toString()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Long> chunk() {
    var edge = clock.instant().minus(Duration.ofDays(config.retentionDays()));
    return pool.preparedQuery(DROP)
        .execute(Tuple.of(edge.atOffset(ZoneOffset.UTC), config.retentionChunk()))
        .map(rows -> Rows.only(rows).getLong(0));
  }

  private static void tell(long dropped) {
    if (dropped > 0) {
      LOG.infof("%d conversations were dropped, which nobody had used for long", dropped);
    }
  }
}
