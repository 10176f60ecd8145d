package io.tokenledger.acceptance.faults;

import io.tokenledger.acceptance.ledger.ServiceProcess;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.Set;

/** A second instance of a service joins and leaves, again and again; now and then it is killed. */
record Companions(Component service, int times) implements Fault {

  private static final Duration STAY = Duration.ofSeconds(3);
  private static final int KILLED_ONE_IN = 3;

  @Override
  public String kind() {
    return "second " + service.label() + " comes and goes";
  }

  @Override
  public Set<Component> hits() {
    return Set.of(service);
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      try (ServiceProcess other = context.ledger().secondInstance(service)) {
        context.flow(context.upTo(STAY));
        if (context.random().nextInt(KILLED_ONE_IN) == 0) {
          other.kill();
        }
      }
    }
  }
}
