package io.tokenledger.aggregate.hours;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Adds up the quarters of days that are over. Nobody waits for it but who changes such a day. */
@ApplicationScoped
public class PostgresHours {

  private final Pool pool;

  PostgresHours(Pool pool) {
    this.pool = pool;
  }

  private record OrgDay(String orgId, LocalDate date) {}

  /**
   * Settles some days, each of one org, in one transaction.
   *
   * @return how many; fewer than {@code most} when there are no more for now
   */
  public Uni<Integer> settle(int most) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(HoursSql.DUE)
                .execute(Tuple.of(most))
                .map(
                    rows ->
                        Rows.all(rows, row -> new OrgDay(row.getString(0), row.getLocalDate(1))))
                .chain(days -> days.isEmpty() ? noDay() : settle(connection, days)));
  }

  private static Uni<Integer> noDay() {
    return Uni.createFrom().item(0);
  }

  private static Uni<Integer> settle(SqlConnection connection, List<OrgDay> days) {
    Tuple parameters =
        Tuple.of(
            days.stream().map(OrgDay::orgId).toArray(String[]::new),
            days.stream().map(OrgDay::date).toArray(LocalDate[]::new));
    return execute(connection, HoursSql.CLEAR, parameters)
        .chain(() -> execute(connection, HoursSql.FILL, parameters))
        .chain(() -> execute(connection, HoursSql.SETTLED, parameters))
        .replaceWith(days.size());
  }

  private static Uni<RowSet<Row>> execute(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters);
  }
}
