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

  /** What a look at the events has found that would change. */
  private enum Found {
    NOTHING,
    /** Only what no run would touch now, for it is not settled, and nobody waits for it. */
    OUT_OF_REACH,
    SOMETHING
  }

  /**
   * @param book its name
   * @param byOthers what was stored before the look that was held against other books
   */
  private record Look(String book, String byOthers) {}

  private final PostgresUnpricedEvents unpriced;
  private final PostgresRepriceRuns runs;
  private final RepriceConfig config;
  private final Clock clock = Clock.systemUTC();
  private String checkedBook = "";
  private Instant checkAgainAt = Instant.MIN;

  /** The one that found nothing: all that is without a price now would be so again. */
  private Optional<Look> nothingFound = Optional.empty();

  private Instant lookAtAllAt = Instant.MIN;

  UnpricedCheck(PostgresUnpricedEvents unpriced, PostgresRepriceRuns runs, RepriceConfig config) {
    this.unpriced = unpriced;
    this.runs = runs;
    this.config = config;
  }

  /** Blocks while it reads. */
  void run(PriceBook book) {
    Instant now = clock.instant();
    if (!book.name().equals(checkedBook) || !now.isBefore(checkAgainAt)) {
      boolean done = look(book, now);
      checkedBook = book.name();
      checkAgainAt = now.plus(done ? config.lookAgain() : WHILE_ANOTHER_RUNS);
    }
  }

  /**
   * Reads the events when some may be there that were not held against this book, or have not been
   * read for long. What others have stored is asked for before: what comes meanwhile is news the
   * next time.
   *
   * @return false when a run is needed that cannot be asked for yet
   */
  private boolean look(PriceBook book, Instant now) {
    Look look = new Look(book.name(), OnWorker.await(unpriced.storedByOtherBooks(book.name())));
    if (nothingFound.equals(Optional.of(look)) && now.isBefore(lookAtAllAt)) {
      return true;
    }
    Found found = changes(book);
    nothingFound = Optional.of(look).filter(nothing -> found == Found.NOTHING);
    lookAtAllAt = now.plus(config.lookAtAll());
    OnWorker.await(unpriced.forgetBooks(book.name()));
    return found != Found.SOMETHING || request(book);
  }

  private Found changes(PriceBook book) {
    List<UnpricedModel> models = OnWorker.await(unpriced.models(MAX_MODELS + 1));
    boolean any =
        models.size() > MAX_MODELS || models.stream().anyMatch(model -> mayBePriced(model, book));
    return any ? changesOfEvents(book) : Found.NOTHING;
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

  private Found changesOfEvents(PriceBook book) {
    Found found = Found.NOTHING;
    Optional<StoredUsage> last = Optional.empty();
    do {
      List<StoredUsage> page = OnWorker.await(unpriced.page(last));
      List<CostChange> changes = CostChange.at(book, page);
      if (changes.stream().anyMatch(change -> isOpen(change.event()))) {
        return Found.SOMETHING;
      }
      found = changes.isEmpty() ? found : Found.OUT_OF_REACH;
      last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    } while (last.isPresent());
    return found;
  }

  private static boolean isOpen(StoredUsage event) {
    return event.settled() || event.isWaiting();
  }
}
