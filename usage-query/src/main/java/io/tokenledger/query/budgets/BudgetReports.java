package io.tokenledger.query.budgets;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.Actor;
import io.tokenledger.query.analytics.TimelineQuery;
import io.tokenledger.query.analytics.UsageReads;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Granularity;
import io.tokenledger.query.sums.SpanSums;
import io.tokenledger.query.sums.UsageFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The flow of an org's budget: what it is, and what this month has taken of it. */
@ApplicationScoped
public class BudgetReports {

  private final Clock clock = Clock.systemUTC();
  private final Budgets budgets;
  private final UsageReads usage;

  BudgetReports(Budgets budgets, UsageReads usage) {
    this.budgets = budgets;
    this.usage = usage;
  }

  public Uni<BudgetStatus> status(AccessScope scope) {
    return budgets.budget(scope).chain(budget -> held(scope, budget));
  }

  public Uni<BudgetStatus> put(AccessScope scope, long monthlyNanos, Actor actor) {
    return budgets.put(scope, monthlyNanos, actor).chain(() -> status(scope));
  }

  public Uni<Void> remove(AccessScope scope, Actor actor) {
    return budgets.remove(scope, actor);
  }

  private Uni<BudgetStatus> held(AccessScope scope, Budget budget) {
    YearMonth month = YearMonth.now(clock.withZone(budget.zone()));
    DateRange days = DateRange.ofMonth(month, budget.zone());
    TimelineQuery query =
        new TimelineQuery(days, Granularity.MONTHLY, UsageFilter.EVERYTHING, Optional.empty());
    return usage
        .bySpan(scope, query, days.bounds())
        .map(used -> new BudgetStatus(budget.monthlyNanos(), costOf(used), month));
  }

  private static BigDecimal costOf(List<SpanSums> used) {
    return used.stream()
        .map(span -> span.sums().costNanos())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
