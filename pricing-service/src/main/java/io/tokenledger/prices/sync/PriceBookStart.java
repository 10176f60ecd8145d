package io.tokenledger.prices.sync;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.postgres.PostgresSyncRuns;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Fills the book from the bundled public lists, as far as they are new to it, and opens it. */
@ApplicationScoped
class PriceBookStart {

  private static final Logger LOG = Logger.getLogger(PriceBookStart.class);

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
    return fill()
        .invoke(added -> LOG.infof("%d prices of the bundled lists were new.", added))
        .chain(prices::open);
  }

  /** Answers how many versions were new to the book. */
  private Uni<Integer> fill() {
    Uni<Integer> filled = Uni.createFrom().item(0);
    for (PriceSource source : PriceSource.values()) {
      filled = filled.chain(before -> fill(source).map(added -> before + added));
    }
    return filled;
  }

  private Uni<Integer> fill(PriceSource source) {
    List<PriceVersion> listed =
        BundledPriceList.book().versions().stream()
            .filter(version -> comesWith(source, version))
            .toList();
    ListedPrices list = new ListedPrices(listed, List.of(), Map.of());
    return runs.fill(source, basis -> settings.rules().planBundled(source, list, basis));
  }

  /** Prices of our own come with the collection; once stored, no list takes them over. */
  private static boolean comesWith(PriceSource source, PriceVersion version) {
    return PriceSource.ofCode(version.source()).orElse(PriceSource.LITELLM) == source;
  }
}
