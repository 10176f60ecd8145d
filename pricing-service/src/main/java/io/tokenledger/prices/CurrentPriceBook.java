package io.tokenledger.prices;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.pricing.BookEntry;
import io.tokenledger.pricing.PriceBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The price book as this replica knows it. It grows, until one of another line takes its place. */
@ApplicationScoped
public class CurrentPriceBook {

  private static final Logger LOG = Logger.getLogger(CurrentPriceBook.class);

  private volatile PriceBook book = PriceBook.of(0, List.of());

  CurrentPriceBook(MeterRegistry meters) {
    Gauge.builder("tokenledger.price.book.version", () -> book.version())
        .description("Number of the price book as this replica knows it")
        .register(meters);
    Gauge.builder("tokenledger.price.book.entries", () -> entries(book))
        .description("Price versions, aliases and factors in the price book, of all orgs")
        .register(meters);
  }

  public PriceBook get() {
    return book;
  }

  public boolean isLoaded() {
    return book.version() > 0;
  }

  /** Adds what is newer than the book; what it has already is passed over. */
  synchronized void add(BookEntries recorded) {
    boolean ofAnotherLine = !recorded.line().equals(book.line());
    if (ofAnotherLine && isLoaded()) {
      LOG.errorf(
          "The price book was restored: number %d of line %s takes the place of %d of line %s",
          recorded.bookVersion(), recorded.line(), book.version(), book.line());
    }
    if (ofAnotherLine) {
      book = PriceBook.of(0, List.of()).ofLine(recorded.line());
    }
    append(recorded);
  }

  private void append(BookEntries recorded) {
    long known = book.version();
    if (recorded.bookVersion() <= known) {
      return;
    }
    book =
        PriceBook.of(
                recorded.bookVersion(),
                joined(book.versions(), recorded.versions(), known),
                joined(book.aliases(), recorded.aliases(), known),
                joined(book.factors(), recorded.factors(), known))
            .ofLine(recorded.line());
  }

  private static <T extends BookEntry> List<T> joined(List<T> had, List<T> recorded, long known) {
    List<T> all = new ArrayList<>(had);
    recorded.stream().filter(entry -> entry.bookVersion() > known).forEach(all::add);
    return all;
  }

  private static int entries(PriceBook book) {
    return book.versions().size() + book.aliases().size() + book.factors().size();
  }
}
