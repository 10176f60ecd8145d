package io.tokenledger.aggregate.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.service.postgres.KeyDays;
import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A comparison goes through events and rows, never through all rows for each event. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ComparisonPlanIT {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  @BeforeAll
  static void rawEvents() {
    RawRows.migrate();
  }

  static Stream<String> statements() {
    return Stream.concat(ComparisonSql.BY_DAY.stream(), Stream.of(ComparisonSql.OF_CONVERSATIONS))
        .flatMap(each -> Stream.of(each.differences(), each.repair()));
  }

  /** Of an org that it has no statistics of, PostgreSQL expects one event and one row. */
  @ParameterizedTest
  @MethodSource("statements")
  void joinsByHashesOrInOrderWhateverPostgresExpects(String sql) throws SQLException {
    List<String> plan = plan(sql);

    assertThat(plan).anyMatch(line -> line.contains("Full Join"));
    assertThat(plan.stream().filter(line -> line.contains("Nested Loop")))
        .as(String.join("\n", plan))
        .hasSize((int) plan.stream().filter(line -> line.contains("jsonb_each_text")).count());
  }

  private static List<String> plan(String sql) throws SQLException {
    KeyDays keys = KeyDays.of(List.of(new KeyDays.Run(DAY, DAY)), List.of());
    String named =
        keys.in(sql, "e.event_key", key -> "'" + key + "'::uuid")
            .replace("$1", "'{nobody-knows-it}'")
            .replaceAll("\\$[23]", "'" + DAY + "'");
    List<String> plan = new ArrayList<>();
    try (Connection connection = RawRows.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(ComparisonSql.NO_NESTED_LOOPS);
      ResultSet rows = statement.executeQuery("EXPLAIN " + named);
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
      connection.rollback();
    }
    return plan;
  }
}
