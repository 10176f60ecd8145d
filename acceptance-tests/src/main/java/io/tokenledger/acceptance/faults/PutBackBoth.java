package io.tokenledger.acceptance.faults;

import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.Runbook;
import io.tokenledger.acceptance.ledger.ServerCopy;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Kafka and PostgreSQL come back as they were at two different moments, and somebody does what the
 * runbook says, with its commands.
 */
record PutBackBoth() implements Fault {

  private static final Duration AT_LEAST = Duration.ofSeconds(1);
  private static final Duration AND_UP_TO = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String POSTGRES_RESTORED = "PostgreSQL restored to an earlier moment";
  private static final String KAFKA_RESTORED =
      "Kafka restored to an earlier copy, or with its end lost";

  @Override
  public String kind() {
    return "both put back to different moments, then the runbook";
  }

  @Override
  public Set<Component> hits() {
    return Set.of(Component.values());
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    List<Component> order =
        context.random().nextBoolean()
            ? List.of(Component.KAFKA, Component.POSTGRES)
            : List.of(Component.POSTGRES, Component.KAFKA);
    context.traffic().remember();
    ServerCopy first = context.ledger().copyOf(order.get(0));
    context.flow(AT_LEAST.plus(context.upTo(AND_UP_TO)));
    ServerCopy second = context.ledger().copyOf(order.get(1));
    context.flow(AT_LEAST.plus(context.upTo(AND_UP_TO)));
    context.traffic().pause();
    untilExact(context, "everything is counted");

    context.check().goesBack();
    first.putBack();
    second.putBack();
    for (Component server : order) {
      context.ledger().stack().component(server).awaitReady(PATIENCE);
    }
    context.check().areBack();
    context.ledger().awaitReady();
    Runbook runbook = context.ledger().runbook();
    runbook.follow(POSTGRES_RESTORED);
    context.traffic().sendAgain();
    runbook.follow(KAFKA_RESTORED);

    untilExact(context, "everything is counted again");
    PutBack.someMore(context, context.traffic().orgs());
    context.check().goesOn();
    context.traffic().resume();
  }

  private static void untilExact(FaultContext context, String what) {
    await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(() -> requireExact(context));
  }

  private static void requireExact(FaultContext context) {
    List<String> differences = context.check().differences(context.traffic().orgs());
    if (!differences.isEmpty()) {
      throw new AssertionError(differences);
    }
  }
}
