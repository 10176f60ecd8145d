package io.tokenledger.acceptance.faults;

import io.tokenledger.acceptance.ledger.CrashPoint;
import io.tokenledger.acceptance.ledger.GroupIntruder;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A process dies at a named place, is started again, and dies there again.
 *
 * @param deaths how often, at least
 */
record DeathAt(CrashPoint point, int deaths) implements Fault {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration FIRST_WITHIN = Duration.ofSeconds(60);
  private static final Duration EACH_WITHIN = Duration.ofSeconds(20);

  @Override
  public String kind() {
    return "death at " + point.label();
  }

  @Override
  public Set<Component> hits() {
    return Set.of(point.component());
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    int before = context.ledger().deaths(point);
    long until = System.nanoTime() + FIRST_WITHIN.plus(EACH_WITHIN.multipliedBy(deaths)).toNanos();
    BooleanSupplier died = () -> context.ledger().deaths(point) >= before + deaths;
    GroupIntruder intruder =
        new GroupIntruder(point.component(), context.ledger().access().kafkaBootstrap());
    context.ledger().switches().on(point);
    try {
      while (!died.getAsBoolean() && System.nanoTime() < until) {
        if (point.isInRebalance()) {
          intruder.joinAndLeave(() -> died.getAsBoolean() || System.nanoTime() > until);
        }
        context.flow(POLL);
      }
    } finally {
      context.ledger().switches().off(point);
    }
    if (!died.getAsBoolean()) {
      throw new IllegalStateException("nothing died at " + point.label());
    }
  }
}
