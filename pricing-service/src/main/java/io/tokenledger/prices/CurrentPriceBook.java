package io.tokenledger.prices;

import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The price book as this replica knows it; it only ever grows. */
@ApplicationScoped
public class CurrentPriceBook {

  private volatile PriceBook book = PriceBook.of(0, List.of());

  public PriceBook get() {
    return book;
  }

  public boolean isLoaded() {
    return book.version() > 0;
  }

  /** Adds what is newer than the book; what it has already is passed over. */
  synchronized void add(List<PriceVersion> recorded) {
    long known = book.version();
    List<PriceVersion> newer =
        recorded.stream().filter(version -> version.bookVersion() > known).toList();
    if (newer.isEmpty()) {
      return;
    }
    List<PriceVersion> all = new ArrayList<>(book.versions());
    all.addAll(newer);
    book = PriceBook.of(newer.get(newer.size() - 1).bookVersion(), all);
  }
}
