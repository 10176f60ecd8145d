package io.tokenledger.acceptance.faults;

import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.HoldPoint;
import io.tokenledger.acceptance.ledger.ProcessSignal;
import io.tokenledger.acceptance.ledger.ServiceProcess;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.Set;

/**
 * A process sleeps with a batch in its hands, longer than its membership in the consumer group or
 * its Kafka transaction lasts. Another one does its work; then it wakes up.
 */
record Zombie(HoldPoint point) implements Fault {

  private static final Duration HELD_WITHIN = Duration.ofSeconds(60);
  private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(60);
  private static final Duration SIDE_BY_SIDE = Duration.ofSeconds(2);

  @Override
  public String kind() {
    return "zombie at " + point.label();
  }

  @Override
  public Set<Component> hits() {
    return Set.of(point.component());
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    ServiceProcess other = context.ledger().secondInstance(point.component());
    try {
      long pid = hold(context);
      ProcessSignal.STOP.send(pid);
      try {
        context.ledger().switches().off(point);
        context.flow(point.untilForgotten());
        awaitTakenOver(context);
      } finally {
        ProcessSignal.CONT.send(pid);
      }
      context.flow(context.upTo(SIDE_BY_SIDE));
    } finally {
      context.ledger().switches().off(point);
      other.close();
    }
  }

  /** Returns the process, which holds a batch for the next seconds. */
  private long hold(FaultContext context) {
    context.ledger().switches().on(point);
    await("a batch held at " + point.label())
        .atMost(HELD_WITHIN)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> context.ledger().switches().isHeld(point));
    return context.ledger().stack().component(point.component()).pid().orElseThrow();
  }

  private void awaitTakenOver(FaultContext context) {
    String conversation = "taken-over-" + context.cycle() + "-" + point.label();
    int events = context.traffic().probe(conversation);
    await("the work of the sleeping " + point.component().label())
        .atMost(TAKEN_OVER_WITHIN)
        .ignoreExceptions()
        .until(() -> context.check().counts(events, conversation, context.traffic().orgs()));
  }
}
