package io.tokenledger.acceptance.faults;

import io.tokenledger.local.Component;
import java.util.Set;

/** {@code kill -9} of one process, wherever it is; the supervisor starts it again. */
record Kill(Component component) implements Fault {

  @Override
  public String kind() {
    return "kill -9 " + component.label();
  }

  @Override
  public Set<Component> hits() {
    return Set.of(component);
  }

  @Override
  public void inflict(FaultContext context) {
    context.ledger().stack().component(component).kill();
  }
}
