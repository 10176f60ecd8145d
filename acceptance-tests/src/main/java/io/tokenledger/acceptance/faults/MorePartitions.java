package io.tokenledger.acceptance.faults;

import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.ProcessSignal;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.Set;

/**
 * Partitions are added to both topics while usage-aggregator stands still: an org's messages come
 * to stand on two of them, with a backlog on the old one.
 *
 * @param duringRebuild whether the rollups are made again at that moment
 */
record MorePartitions(boolean duringRebuild) implements Fault {

  /** Until producers know of them, and a moment more. */
  private static final Duration BACKLOG = Duration.ofSeconds(7);

  private static final Duration AND_UP_TO = Duration.ofSeconds(2);
  private static final Duration REBUILT_WITHIN = Duration.ofSeconds(90);

  @Override
  public String kind() {
    return duringRebuild ? "partitions added during a rebuild" : "partitions added";
  }

  @Override
  public Set<Component> hits() {
    return Set.of(Component.values());
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    long aggregator =
        context.ledger().stack().component(Component.USAGE_AGGREGATOR).pid().orElseThrow();
    ProcessSignal.STOP.send(aggregator);
    try {
      context.flow(context.upTo(AND_UP_TO));
      context.traffic().use(context.ledger().addPartition());
      context.flow(BACKLOG.plus(context.upTo(AND_UP_TO)));
    } finally {
      ProcessSignal.CONT.send(aggregator);
    }
    if (duringRebuild) {
      context.ledger().rebuilds().ask();
      await("a rebuild")
          .atMost(REBUILT_WITHIN)
          .ignoreExceptions()
          .until(() -> !context.ledger().rebuilds().isUnderWay());
    }
  }
}
