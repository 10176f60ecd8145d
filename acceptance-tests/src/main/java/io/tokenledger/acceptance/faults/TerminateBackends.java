package io.tokenledger.acceptance.faults;

import io.tokenledger.local.Component;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/** PostgreSQL ends the connections of all services, some times in a row. */
record TerminateBackends(int times) implements Fault {

  private static final Duration PAUSE = Duration.ofMillis(700);

  private static final String TERMINATE =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename LIKE 'tokenledger\\_%'";

  @Override
  public String kind() {
    return "pg_terminate_backend of all services";
  }

  @Override
  public Set<Component> hits() {
    return Set.of(Component.POSTGRES);
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      context.flow(context.upTo(PAUSE));
      try (Connection connection = context.ledger().access().database().connect();
          Statement statement = connection.createStatement()) {
        statement.execute(TERMINATE);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
