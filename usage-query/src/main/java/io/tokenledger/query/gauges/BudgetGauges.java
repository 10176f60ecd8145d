package io.tokenledger.query.gauges;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import io.tokenledger.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What orgs mean to spend this month, and have spent. */
@ApplicationScoped
class BudgetGauges {

  private static final int MOST_ORGS = 100;

  private final GaugeReads reads;
  private final MultiGauge monthly;
  private final MultiGauge spent;

  BudgetGauges(GaugeReads reads, MeterRegistry meters) {
    this.reads = reads;
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
    return reads.budgets(MOST_ORGS).invoke(this::show).replaceWithVoid();
  }

  void forget() {
    show(List.of());
  }

  private void show(List<SpentBudget> budgets) {
    List<MultiGauge.Row<?>> monthlyRows = new ArrayList<>();
    List<MultiGauge.Row<?>> spentRows = new ArrayList<>();
    for (SpentBudget budget : budgets) {
      Tags tags = Tags.of("orgId", budget.orgId());
      monthlyRows.add(MultiGauge.Row.of(tags, Money.usdFromNanos(budget.monthlyNanos())));
      spentRows.add(MultiGauge.Row.of(tags, Money.usdFromNanos(budget.spentNanos())));
    }
    monthly.register(monthlyRows, true);
    spent.register(spentRows, true);
  }
}
