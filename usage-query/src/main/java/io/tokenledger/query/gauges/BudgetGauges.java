package io.tokenledger.query.gauges;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Money;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.SumsRows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What orgs mean to spend this month, and have spent. */
@ApplicationScoped
class BudgetGauges {

  private static final int MOST_ORGS = 100;
  private static final int NANO_DIGITS = 9;

  private final Clock clock = Clock.systemUTC();
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
    return pool.withTransaction(this::read).invoke(this::show).replaceWithVoid();
  }

  void forget() {
    show(List.of());
  }

  private record Status(String orgId, BigDecimal monthlyUsd, BigDecimal spentUsd) {}

  private Uni<List<Status>> read(SqlConnection connection) {
    return connection
        .query(GaugeSql.SET_EVERY_ORG)
        .execute()
        .map(rows -> SpentSql.read(monthsIn(rows.iterator().next()), MOST_ORGS))
        .chain(read -> connection.preparedQuery(read.sql()).execute(read.parameters()))
        .map(rows -> SumsRows.listOf(rows, BudgetGauges::toStatus));
  }

  /** The month that it is in each of the zones. */
  private List<DateRange> monthsIn(Row zones) {
    return Stream.of(zones.getArrayOfStrings("zones"))
        .map(ZoneId::of)
        .map(zone -> DateRange.ofMonth(YearMonth.now(clock.withZone(zone)), zone))
        .toList();
  }

  private static Status toStatus(Row row) {
    return new Status(
        row.getString("org_id"),
        Money.usdFromNanos(row.getLong("monthly_nanos")),
        row.getBigDecimal("spent_nanos").movePointLeft(NANO_DIGITS));
  }

  private void show(List<Status> budgets) {
    List<MultiGauge.Row<?>> monthlyRows = new ArrayList<>();
    List<MultiGauge.Row<?>> spentRows = new ArrayList<>();
    for (Status budget : budgets) {
      Tags tags = Tags.of("orgId", budget.orgId());
      monthlyRows.add(MultiGauge.Row.of(tags, budget.monthlyUsd()));
      spentRows.add(MultiGauge.Row.of(tags, budget.spentUsd()));
    }
    monthly.register(monthlyRows, true);
    spent.register(spentRows, true);
  }
}
