package io.tokenledger.prices.sync;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The public lists that come with the service, as of the release. */
@ApplicationScoped
class BundledPrices {

  private final SyncRuns runs;
  private final SyncSettings settings;

  BundledPrices(SyncRuns runs, SyncSettings settings) {
    this.runs = runs;
    this.settings = settings;
  }

  /** Records what of them is new to the book; answers how many versions that were. */
  Uni<Integer> fill() {
    Uni<Integer> filled = Uni.createFrom().item(0);
    for (PriceSource source : PriceSource.values()) {
      filled = filled.chain(before -> fill(source).map(added -> before + added));
    }
    return filled;
  }

  private Uni<Integer> fill(PriceSource source) {
    List<PriceVersion> prices =
        BundledPriceList.book().versions().stream()
            .filter(version -> version.source().equals(source.code()))
            .toList();
    ListedPrices list = new ListedPrices(prices, List.of(), Map.of());
    return runs.fill(source, basis -> settings.rules().planBundled(source, list, basis));
  }
}
