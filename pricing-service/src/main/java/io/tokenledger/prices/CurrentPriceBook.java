package io.tokenledger.prices;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The price book as this replica knows it; it only ever grows. */
@ApplicationScoped
public class CurrentPriceBook {

  private volatile PriceBook book = PriceBook.of(0, List.of());

  CurrentPriceBook(MeterRegistry meters) {
    Gauge.builder("tokenledger.price.book.version", () -> book.version())
        .description("Number of the price book as this replica knows it")
        .register(meters);
    Gauge.builder("tokenledger.price.book.entries", () -> entries(book))
        .description("Price versions and aliases in the price book, of all orgs")
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
    long known = book.version();
    if (recorded.bookVersion() <= known) {
      return;
    }
    List<PriceVersion> versions = new ArrayList<>(book.versions());
    recorded.versions().stream()
        .filter(version -> version.bookVersion() > known)
        .forEach(versions::add);
    List<ModelAlias> aliases = new ArrayList<>(book.aliases());
    recorded.aliases().stream().filter(alias -> alias.bookVersion() > known).forEach(aliases::add);
    book = PriceBook.of(recorded.bookVersion(), versions, aliases);
  }

  private static int entries(PriceBook book) {
    return book.versions().size() + book.aliases().size();
  }
}
