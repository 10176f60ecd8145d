package io.tokenledger.ingest.repricing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.ingest.PriceBooks;
import io.tokenledger.ingest.repricing.RepriceRun.Step;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.worker.OnWorker;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The way of a new cost into the ledger:
 *
 * <ol>
 *   <li>a run is asked for: by a person, or here, when a price has appeared
 *   <li>chunk after chunk, one transaction each: the raw events get their cost, each difference
 *       becomes a numbered adjustment, and the run notes how far it is
 *   <li>the adjustments are published; the rollups count each number once
 * </ol>
 *
 * Every step may be repeated by any instance. Blocks while it works: it has a thread of its own.
 */
@ApplicationScoped
public class Repricing {

  private static final Logger LOG = Logger.getLogger(Repricing.class);

  private final PriceBooks priceBooks;
  private final UnpricedCheck unpriced;
  private final PostgresRepriceRuns runs;
  private final Counter repriced;

  Repricing(
      PriceBooks priceBooks,
      UnpricedCheck unpriced,
      PostgresRepriceRuns runs,
      MeterRegistry meters) {
    this.priceBooks = priceBooks;
    this.unpriced = unpriced;
    this.runs = runs;
    this.repriced =
        Counter.builder("tokenledger.repriced.events")
            .description("Raw events that got another cost")
            .register(meters);
  }

  /** Everything that is due now. */
  public void reprice() {
    priceBooks.requireKnown();
    unpriced.run(priceBooks.current());
    while (step()) {
      // One chunk after another; each is committed.
    }
  }

  /** One chunk; false when there is nothing to do. */
  public boolean step() {
    PriceBook book = priceBooks.current();
    Optional<Step> step =
        OnWorker.await(runs.step(book.version(), events -> CostChange.at(book, events)));
    step.ifPresent(this::note);
    return step.isPresent();
  }

  private void note(Step step) {
    repriced.increment(step.changed());
    RepriceRun run = step.run();
    if (run.finished()) {
      LOG.infof(
          "Repricing %s of %s (%s, asked for by %s) is done: %d events %s",
          run.id(),
          run.orgId().isEmpty() ? "all orgs" : "org " + run.orgId(),
          run.reason(),
          run.requestedBy(),
          run.eventsChanged(),
          run.dryRun() ? "would change, none did" : "changed");
    }
  }
}
