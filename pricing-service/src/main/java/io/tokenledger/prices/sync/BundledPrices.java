package io.tokenledger.prices.sync;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.postgres.PostgresSyncRuns;
import io.tokenledger.pricing.json.BundledPriceList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The public list that comes with the service; LiteLLM's, as of the release. */
@ApplicationScoped
class BundledPrices {

  private static final PriceSource SOURCE = PriceSource.LITELLM;

  private final PostgresSyncRuns runs;
  private final SyncSettings settings;

  BundledPrices(PostgresSyncRuns runs, SyncSettings settings) {
    this.runs = runs;
    this.settings = settings;
  }

  /** Records what of it is new to the book; answers how many versions that were. */
  Uni<Integer> fill() {
    ListedPrices list = new ListedPrices(BundledPriceList.book().versions(), Map.of());
    return runs.fill(SOURCE, basis -> settings.rules().planBundled(SOURCE, list, basis));
  }
}
