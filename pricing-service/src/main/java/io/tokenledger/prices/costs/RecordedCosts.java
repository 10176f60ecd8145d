package io.tokenledger.prices.costs;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The costs of recorded events. usage-ingest owns them; it lists here what has no price, and takes
 * orders to compute others again.
 */
public interface RecordedCosts {

  /**
   * @param orgId empty for all
   * @return by provider, model, status and org
   */
  Uni<List<UnpricedUsage>> unpriced(String orgId);

  /** Ordered, not done: with prices at least as new as those recorded when this was called. */
  Uni<RepriceRun> order(RepriceOrder order);

  /**
   * @param orgId whose own runs; empty for all runs
   * @return the last ones first
   */
  Uni<List<RepriceRun>> runs(String orgId, int limit);

  Uni<Optional<RepriceRun>> run(UUID id);

  /** By day and org, at most {@code limit}. */
  Uni<List<RepriceRun.Difference>> differences(UUID id, int limit);
}
