package io.tokenledger.acceptance.hostile;

import io.tokenledger.local.Component;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one org does to the others, within its rights or beyond them. */
public interface Attack {

  /** The number of the finding it was made for, such as {@code H1}. */
  String finding();

  /** In a few words. */
  String label();

  /** Which statuses are good answers to it; any other one is a fault. */
  Set<Integer> allowed();

  /** The status that shows the bound, or that shows that there need be none: it must occur. */
  int bound();

  /**
   * Whether more than the others' patience is at stake: what it does is worth a look in the tests.
   */
  default boolean doesHarm() {
    return true;
  }

  /** Who stands still while it is prepared, so that they find all of it at once afterwards. */
  default Optional<Component> asleep() {
    return Optional.empty();
  }

  /** What must be there before; not measured. */
  default void prepare(HostileOrg org) {}

  /** Does it; returns when the last answer has come. */
  void run(HostileOrg org);

  /** What is wrong afterwards, beside sums; empty when nothing is. */
  default List<String> complaints(HostileOrg org) {
    return List.of();
  }
}
