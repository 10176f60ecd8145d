package io.tokenledger.events.recorded;

import java.util.Optional;
import java.util.UUID;

/**
 * A later change of an event that was counted before. Its message has no requests, tokens and cost
 * of its own, so that a reader that does not know adjustments counts nothing.
 */
public sealed interface Adjustment extends Recorded permits CostAdjustment, RevisedUsage {

  /**
   * Numbers an org's adjustments from 1, without gaps. A message may come again; the next one to
   * count is the one after the last that was counted, and no other.
   */
  long sequence();

  /**
   * Tells it from another one that got the same number before the database was restored; absent
   * from a service that gave none.
   */
  Optional<UUID> id();
}
