package io.tokenledger.acceptance.faults;

import io.tokenledger.acceptance.ledger.SmallDisk;
import io.tokenledger.local.Component;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The disk of Kafka or PostgreSQL is full for some seconds, under load, and is freed then. */
record DiskFull(Component server) implements Fault {

  private static final Duration AT_LEAST = Duration.ofSeconds(3);
  private static final Duration AND_UP_TO = Duration.ofSeconds(3);
  private static final Duration FILL_EVERY = Duration.ofMillis(100);

  @Override
  public String kind() {
    return "disk full under " + server.label();
  }

  @Override
  public Set<Component> hits() {
    return Set.of(server);
  }

  @Override
  public Optional<String> obstacle() {
    return SmallDisk.obstacle();
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    SmallDisk disk = context.ledger().disk(server);
    long until = System.nanoTime() + AT_LEAST.plus(context.upTo(AND_UP_TO)).toNanos();
    try {
      while (System.nanoTime() < until) {
        disk.fill();
        if (server == Component.POSTGRES) {
          wantMore(context);
        }
        context.flow(FILL_EVERY);
      }
    } finally {
      disk.free();
    }
  }

  /** PostgreSQL keeps room for its log; without it, it does not only refuse rows but crashes. */
  private static void wantMore(FaultContext context) {
    try (Connection connection = context.ledger().access().database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_switch_wal()");
    } catch (SQLException refused) {
      // As it shall be.
    }
  }
}
