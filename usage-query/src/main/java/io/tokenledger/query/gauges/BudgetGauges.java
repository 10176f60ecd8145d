package io.tokenledger.query.gauges;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Money;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What orgs mean to spend this month, and have spent. */
@ApplicationScoped
class BudgetGauges {

  private static final int MOST_ORGS = 100;
  private static final int NANO_DIGITS = 9;

  private final Pool pool;
  private final MultiGauge monthly;
  private final MultiGauge spent;

  BudgetGauges(Pool pool, MeterRegistry meters) {
    this.pool = pool;
    this.monthly =
        MultiGauge.builder("tokenledger.budget.monthly.usd")
            .description("Budget of an org for this month, in US dollars")
            .register(meters);
    this.spent =
        MultiGauge.builder("tokenledger.budget.spent.usd")
            .description("Spent by an org with a budget since this month began, in US dollars")
            .register(meters);
  }

  Uni<Void> refresh() {
    return pool.withTransaction(BudgetGauges::read).invoke(this::show).replaceWithVoid();
  }

  void forget() {
    show(List.of());
  }

  private record Status(String orgId, BigDecimal monthlyUsd, BigDecimal spentUsd) {}

  private static Uni<List<Status>> read(SqlConnection connection) {
    return connection
        .query(GaugeSql.SET_EVERY_ORG)
        .execute()
        .chain(() -> connection.preparedQuery(GaugeSql.BUDGETS).execute(Tuple.of(MOST_ORGS)))
        .map(
            rows -> {
              List<Status> found = new ArrayList<>();
              rows.forEach(
                  row ->
                      found.add(
                          new Status(
                              row.getString("org_id"),
                              Money.usdFromNanos(row.getLong("monthly_nanos")),
                              row.getBigDecimal("spent_nanos").movePointLeft(NANO_DIGITS))));
              return found;
            });
  }

  private void show(List<Status> budgets) {
    List<Row<?>> monthlyRows = new ArrayList<>();
    List<Row<?>> spentRows = new ArrayList<>();
    for (Status budget : budgets) {
      Tags tags = Tags.of("orgId", budget.orgId());
      monthlyRows.add(Row.of(tags, budget.monthlyUsd()));
      spentRows.add(Row.of(tags, budget.spentUsd()));
    }
    monthly.register(monthlyRows, true);
    spent.register(spentRows, true);
  }
}
