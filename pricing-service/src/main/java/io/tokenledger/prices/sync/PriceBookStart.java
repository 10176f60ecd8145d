package io.tokenledger.prices.sync;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.postgres.PostgresSyncRuns;
import io.tokenledger.pricing.json.BundledPriceList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;

/** Fills the book from the bundled public list, as far as it is new to it, and opens it. */
@ApplicationScoped
class PriceBookStart {

  private static final Logger LOG = Logger.getLogger(PriceBookStart.class);

  /** The list that comes with the service is this one's, as of the release. */
  private static final PriceSource BUNDLED = PriceSource.LITELLM;

  private final PostgresSyncRuns runs;
  private final SyncSettings settings;
  private final PriceBookService prices;

  PriceBookStart(PostgresSyncRuns runs, SyncSettings settings, PriceBookService prices) {
    this.runs = runs;
    this.settings = settings;
    this.prices = prices;
  }

  /** A process that cannot load the book does not start; its supervisor tries again. */
  void open(@Observes StartupEvent start) throws Throwable {
    VertxContextSupport.subscribeAndAwait(this::fillAndOpen);
  }

  private Uni<Void> fillAndOpen() {
    ListedPrices list = new ListedPrices(BundledPriceList.book().versions(), Map.of());
    return runs.fill(BUNDLED, basis -> settings.rules().planBundled(BUNDLED, list, basis))
        .invoke(added -> LOG.infof("%d prices of the bundled list were new.", added))
        .chain(prices::open);
  }
}
