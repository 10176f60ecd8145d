package io.tokenledger.ingest.repricing;

import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.worker.OnWorker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks for a run when a price has appeared for events that had none. Only when some event would
 * really change: models stay unpriced for long.
 */
@ApplicationScoped
class UnpricedCheck {

  /** A run under way may have been past what can be priced now. */
  private static final Duration WHILE_ANOTHER_RUNS = Duration.ofSeconds(5);

  /**
   * Names of models are their producers' choice, and any number of them may have no price: where
   * there are more, the events are looked at page by page.
   */
  static final int MAX_MODELS = 2_000;

  private final PostgresUnpricedEvents unpriced;
  private final PostgresRepriceRuns runs;
  private final RepriceConfig config;
  private final Clock clock = Clock.systemUTC();
  private long checkedVersion = -1;
  private Instant checkAgainAt = Instant.MIN;

  UnpricedCheck(PostgresUnpricedEvents unpriced, PostgresRepriceRuns runs, RepriceConfig config) {
    this.unpriced = unpriced;
    this.runs = runs;
    this.config = config;
  }

  /** Blocks while it reads. */
  void run(PriceBook book) {
    Instant now = clock.instant();
    if (book.version() != checkedVersion || !now.isBefore(checkAgainAt)) {
      boolean ordered = !mayChange(book) || request(book);
      checkedVersion = book.version();
      checkAgainAt = now.plus(ordered ? config.lookAgain() : WHILE_ANOTHER_RUNS);
    }
  }

  private boolean mayChange(PriceBook book) {
    List<UnpricedModel> models = OnWorker.await(unpriced.models(MAX_MODELS + 1));
    boolean any =
        models.size() > MAX_MODELS || models.stream().anyMatch(model -> mayBePriced(model, book));
    return any && anyChanges(book);
  }

  private boolean request(PriceBook book) {
    return OnWorker.await(runs.requestForUnpriced(book.version()));
  }

  /** Whether another version holds at any time at which the events occurred. Reads no event. */
  static boolean mayBePriced(UnpricedModel model, PriceBook book) {
    Stream<Instant> beginnings =
        book.beginnings(model.orgId(), model.provider(), model.name())
            .filter(begin -> begin.isAfter(model.first()) && !begin.isAfter(model.last()))
            .distinct();
    return Stream.concat(Stream.of(model.first(), model.last()), beginnings)
        .map(at -> book.find(model.orgId(), model.provider(), model.name(), at))
        .flatMap(Optional::stream)
        .anyMatch(version -> !version.id().equals(model.priceVersion()));
  }

  private boolean anyChanges(PriceBook book) {
    Optional<StoredUsage> last = Optional.empty();
    do {
      List<StoredUsage> page = OnWorker.await(unpriced.page(last));
      List<StoredUsage> open = page.stream().filter(e -> e.settled() || e.isWaiting()).toList();
      if (!CostChange.at(book, open).isEmpty()) {
        return true;
      }
      last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    } while (last.isPresent());
    return false;
  }
}
