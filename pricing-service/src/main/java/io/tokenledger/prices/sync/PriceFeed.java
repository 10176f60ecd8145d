package io.tokenledger.prices.sync;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SyncFailedException;

/** The public lists, over the network. */
public interface PriceFeed {

  /**
   * The list as it is now, in bounded time and size; continues in the caller's context.
   *
   * @return fails with {@link SyncFailedException} whatever is wrong with the answer
   */
  Uni<ListedPrices> fetch(PriceSource source);
}
