package io.tokenledger.aggregate.reconcile;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.reconcile.RebuildRun.Order;
import io.tokenledger.aggregate.reconcile.RebuildRun.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes rollups again from the raw events, while events flow: week after week, and then the
 * conversations. Counting pauses for the moment that some orgs of a week take. A step that is
 * repeated, after a crash or by another instance, changes nothing.
 */
@ApplicationScoped
public class RollupRebuild {

  private static final Logger LOG = Logger.getLogger(RollupRebuild.class);

  /** Counting pauses for so many days of some orgs: few for short pauses, many for few of them. */
  private static final int DAYS_AT_ONCE = 7;

  private final PostgresRawComparison comparison;
  private final PostgresRebuildRuns runs;
  private final Clock clock = Clock.systemUTC();

  RollupRebuild(PostgresRawComparison comparison, PostgresRebuildRuns runs) {
    this.comparison = comparison;
    this.runs = runs;
  }

  /** Days before the first of which every raw event is kept stay as they are. */
  public Uni<RebuildRun> request(Order order) {
    return comparison
        .completeFrom()
        .chain(first -> runs.request(order.withDays(order.days().notBefore(first))))
        .invoke(run -> LOG.infof("A rebuild was asked for: %s", run));
  }

  /** Every day that a rollup or a raw event is of, and those to come. */
  public Uni<DayRange> everyDay() {
    LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
    return comparison.firstDay().map(first -> new DayRange(first, tomorrow));
  }

  /** One step of the oldest unfinished rebuild; false when there is nothing to do now. */
  public Uni<Boolean> step() {
    return runs.withNext(this::step)
        .onFailure(PartitionsAdded.class)
        .invoke(wait -> LOG.debugf("A rebuild waits: %s", wait.getMessage()))
        .onFailure(PartitionsAdded.class)
        .recoverWithItem(false);
  }

  private Uni<Progress> step(RebuildRun run) {
    DayRange left = run.daysLeft();
    return left.isEmpty() ? finish(run) : rebuild(run, left.first(DAYS_AT_ONCE));
  }

  private Uni<Progress> rebuild(RebuildRun run, DayRange days) {
    boolean begins = run.doneThrough().isEmpty();
    Uni<Void> before =
        begins && run.countsOverdue()
            ? comparison.countOverdue(run.orgId(), run.days())
            : Uni.createFrom().voidItem();
    return before
        .chain(() -> repair(run, days, orgs -> comparison.repairDays(orgs, days)))
        .map(changed -> new Progress.DaysDone(days.to(), changed));
  }

  /** Conversations know no day: all that began since raw events are complete. */
  private Uni<Progress> finish(RebuildRun run) {
    return comparison
        .completeFrom()
        .map(first -> new DayRange(first, run.days().to()))
        .chain(all -> repair(run, all, orgs -> comparison.repairConversations(orgs, all)))
        .invoke(
            changed ->
                LOG.infof(
                    "Rebuild %s is done: %d rows changed", run.id(), run.rowsChanged() + changed))
        .map(Progress.Finished::new);
  }

  private Uni<Long> repair(RebuildRun run, DayRange days, Function<List<String>, Uni<Long>> work) {
    Uni<List<List<String>>> parts =
        run.orgId().isEmpty()
            ? comparison.callsByOrg(days).map(OrgParts::of)
            : Uni.createFrom().item(List.of(List.of(run.orgId())));
    return parts.chain(
        all ->
            Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .with(Collectors.summingLong(Long::longValue)));
  }
}
