package io.tokenledger.prices;

import io.smallrye.mutiny.Uni;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.service.worker.SharedRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The flow: record a price version, an alias or a factor, renew the book in memory, announce it.
 */
@ApplicationScoped
public class PriceBookService {

  private static final Logger LOG = Logger.getLogger(PriceBookService.class);

  private final PriceVersions versions;
  private final BookAnnouncements announcements;
  private final CurrentPriceBook current;
  private final PricesConfig config;
  private final SharedRun renewal = new SharedRun(this::renew);

  PriceBookService(
      PriceVersions versions,
      BookAnnouncements announcements,
      CurrentPriceBook current,
      PricesConfig config) {
    this.versions = versions;
    this.announcements = announcements;
    this.current = current;
    this.config = config;
  }

  /** The book as of at most {@code refreshEvery} ago; never blocks. */
  public PriceBook book() {
    return current.get();
  }

  /** Loads the book, and announces it. */
  public Uni<Void> open() {
    return refresh().chain(this::announce);
  }

  /**
   * Records the version. When this completes, it is stored and the book of this replica has it; the
   * announcement was tried, and is repeated in any case.
   */
  public Uni<PriceVersion> record(PriceDraft draft) {
    return versions.append(draft).call(this::refresh).call(this::announce);
  }

  /** The same for an alias. */
  public Uni<ModelAlias> record(AliasDraft draft) {
    return versions.append(draft).call(this::refresh).call(this::announce);
  }

  /** The same for a factor. */
  public Uni<PriceFactor> record(FactorDraft draft) {
    return versions.append(draft).call(this::refresh).call(this::announce);
  }

  public Uni<List<RecordedPrice>> history(String orgId, String provider, String modelName) {
    return versions.history(orgId, provider, modelName);
  }

  /**
   * Adds what other replicas recorded; takes a restored book as it is. Many who write at once share
   * what may be thousands of entries to read.
   */
  public Uni<Void> refresh() {
    return renewal.run();
  }

  private Uni<Void> renew() {
    return versions.recordedAfter(current.get()).invoke(current::add).replaceWithVoid();
  }

  /** Never fails: the price is recorded, and the next announcement tells it. */
  public Uni<Void> announce() {
    return announcements
        .announce(current.get())
        .ifNoItem()
        .after(config.announceTimeout())
        .fail()
        .onFailure()
        .invoke(e -> LOG.warnf("The price book was not announced, will be again: %s", e))
        .onFailure()
        .recoverWithNull();
  }
}
