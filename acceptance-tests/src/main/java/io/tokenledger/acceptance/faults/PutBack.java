package io.tokenledger.acceptance.faults;

import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.ProcessSignal;
import io.tokenledger.acceptance.ledger.ServerCopy;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Kafka or PostgreSQL comes back as it was some seconds ago, as after a restore of its volume. The
 * services are not stopped. With Kafka it is by chance so that the rollups do not count all of what
 * is lost: then the runbook's rebuild is asked for. With PostgreSQL revisions of one call that came
 * on several partitions may be stored again in another order, and another one be the row than the
 * one that was counted: a rebuild may be needed for the orgs that send revisions, and for no other.
 */
record PutBack(Component server) implements Fault {

  private static final Duration AT_LEAST = Duration.ofSeconds(1);
  private static final Duration AND_UP_TO = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public String kind() {
    return server.label() + " put back to an earlier copy";
  }

  @Override
  public Set<Component> hits() {
    return Set.of(Component.values());
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    ServerCopy copy = context.ledger().copyOf(server);
    context.flow(AT_LEAST.plus(context.upTo(AND_UP_TO)));
    if (server == Component.KAFKA && context.random().nextBoolean()) {
      putBackUncounted(context, copy);
    } else {
      context.traffic().pause();
      until("everything is counted", () -> differences(context).isEmpty());
      putBack(context, copy);
      List<String> alone = exactAlone(context);
      until("everything is counted again", () -> context.check().differences(alone).isEmpty());
      someMore(context, alone);
      untilExactOnceRebuilt(context, "revisions are, after a rebuild at most");
    }
    context.check().goesOn();
    context.traffic().resume();
  }

  /**
   * Events come again and are counted. Only with the next message a lane finds out that Kafka has
   * less than it read, and reads again from the beginning; and a revision that is the row now, and
   * was never recorded as one, is counted when an event behind it is.
   */
  static void someMore(FaultContext context, List<String> orgs) throws InterruptedException {
    context.traffic().resume();
    context.flow(AT_LEAST);
    context.traffic().pause();
    until("what comes is counted", () -> context.check().differences(orgs).isEmpty());
  }

  /** Of what is lost on {@code usage.recorded}, some was not counted. */
  private void putBackUncounted(FaultContext context, ServerCopy copy) throws InterruptedException {
    long aggregator =
        context.ledger().stack().component(Component.USAGE_AGGREGATOR).pid().orElseThrow();
    ProcessSignal.STOP.send(aggregator);
    try {
      context.flow(AT_LEAST);
      context.traffic().pause();
      until("everything is published", () -> context.check().topicDifferences().isEmpty());
      putBack(context, copy);
    } finally {
      ProcessSignal.CONT.send(aggregator);
    }
    context.ledger().awaitReady();
    untilExactOnceRebuilt(context, "a rebuild counts the rest");
    someMore(context, context.traffic().orgs());
  }

  /** The orgs that need no rebuild. */
  private List<String> exactAlone(FaultContext context) {
    return server == Component.POSTGRES
        ? context.traffic().orgsWithoutRevisions()
        : context.traffic().orgs();
  }

  private static void untilExactOnceRebuilt(FaultContext context, String what) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              List<String> differences = differences(context);
              if (!differences.isEmpty()) {
                context.ledger().rebuilds().askWithOverdue();
                throw new AssertionError(differences);
              }
            });
  }

  private void putBack(FaultContext context, ServerCopy copy) throws InterruptedException {
    context.check().goesBack();
    copy.putBack();
    context.ledger().stack().component(server).awaitReady(PATIENCE);
    context.check().isBack();
    context.ledger().awaitReady();
  }

  private static List<String> differences(FaultContext context) {
    return context.check().differences(context.traffic().orgs());
  }

  private static void until(String what, Callable<Boolean> condition) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(condition);
  }
}
