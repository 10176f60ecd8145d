package io.tokenledger.ingest.repricing;

import io.tokenledger.events.CostStatus;
import io.tokenledger.pricing.cost.BillableUsage;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A raw event as far as its cost follows from it.
 *
 * @param costNanos in nano-dollars
 * @param cacheSavedNanos in nano-dollars; absent where it is not known or no token was cached
 * @param settled it was published for good, and the rollups count it: no replay will read its cost
 *     again, so that a difference is all that is missing there
 * @param overdue stored so long ago that it is not waited for
 */
public record StoredUsage(
    UUID eventKey,
    BillableUsage usage,
    CostStatus costStatus,
    long costNanos,
    OptionalLong cacheSavedNanos,
    String priceVersion,
    boolean settled,
    boolean overdue) {

  public String orgId() {
    return usage.orgId();
  }

  /** Its turn will come. */
  public boolean isWaiting() {
    return !settled && !overdue;
  }
}
