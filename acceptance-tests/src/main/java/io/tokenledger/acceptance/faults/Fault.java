package io.tokenledger.acceptance.faults;

import io.tokenledger.local.Component;
import java.util.Optional;
import java.util.Set;

/** Something bad that happens to a ledger while events flow. */
public interface Fault {

  /** As it stands in the table of a round, such as {@code kill -9 usage-ingest}. */
  String kind();

  /** What it happens to: two faults of the same component do not go together. */
  Set<Component> hits();

  /** Why it cannot be done on this machine; empty when it can. */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /** Returns when it is over: what was killed is dead, what was stopped goes on. */
  void inflict(FaultContext context) throws InterruptedException;
}
