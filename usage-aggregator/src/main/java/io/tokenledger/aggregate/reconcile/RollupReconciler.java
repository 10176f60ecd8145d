package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Proves that the rollups are the sums of the raw events: compares them per org and day, and the
 * conversations per org. A difference is a mistake of ours, or somebody changed a table by hand.
 */
@ApplicationScoped
public class RollupReconciler {

  private static final Logger LOG = Logger.getLogger(RollupReconciler.class);

  private final PostgresRawComparison comparison;
  private final Clock clock = Clock.systemUTC();

  RollupReconciler(PostgresRawComparison comparison) {
    this.comparison = comparison;
  }

  /** The last days, and tomorrow: an event may lie 24 hours ahead. */
  public Uni<Reconciliation> reconcileLast(int days) {
    LocalDate today = LocalDate.now(clock);
    return reconcile(new DayRange(today.minusDays(days - 1L), today.plusDays(1)));
  }

  /** Logs each drift. */
  public Uni<Reconciliation> reconcile(DayRange asked) {
    return comparison
        .completeFrom()
        .map(asked::notBefore)
        .chain(
            days ->
                comparison.callsByOrg(days).map(OrgParts::of).chain(parts -> compare(days, parts)));
  }

  private Uni<Reconciliation> compare(DayRange range, List<List<String>> parts) {
    List<Uni<List<Drift>>> comparisons = new ArrayList<>();
    for (List<String> some : range.isEmpty() ? List.<List<String>>of() : parts) {
      comparisons.add(comparison.driftOfDays(some, range));
      comparisons.add(comparison.driftOfConversations(some, range));
    }
    return Multi.createFrom()
        .iterable(comparisons)
        .onItem()
        .transformToUniAndConcatenate(Function.identity())
        .invoke(found -> found.forEach(RollupReconciler::log))
        .onItem()
        .<Drift>disjoint()
        .collect()
        .asList()
        .map(drift -> new Reconciliation(clock.instant(), range, drift));
  }

  private static void log(Drift drift) {
    LOG.errorf(
        "%s of org %s, day %s: %d rows differ from the raw events, by %d requests and %d"
            + " nano-dollars",
        drift.rollup(),
        drift.orgId(),
        drift.date(),
        drift.rows(),
        drift.requests(),
        drift.costNanos());
  }
}
