package io.tokenledger.prices.sync.plan;

import io.tokenledger.prices.PriceDraft;
import java.util.List;

/**
 * What a run records.
 *
 * @param drafts new versions, in the order of the list
 * @param proposed large moves that are new
 * @param superseded ids of open moves that the list no longer says
 */
public record SyncPlan(
    List<PriceDraft> drafts,
    List<ProposedMove> proposed,
    List<Long> superseded,
    SyncCounts counts,
    SyncDifference difference) {

  /** Whether it would record nothing. */
  public boolean isEmpty() {
    return drafts.isEmpty() && proposed.isEmpty() && superseded.isEmpty();
  }
}
