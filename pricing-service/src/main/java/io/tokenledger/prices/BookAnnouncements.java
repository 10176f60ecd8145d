package io.tokenledger.prices;

import io.smallrye.mutiny.Uni;
import io.tokenledger.pricing.PriceBook;

/** Tells the consumers of prices that the book has a new version. */
public interface BookAnnouncements {

  /** Completes when the announcement is stored; repeating one does no harm. */
  Uni<Void> announce(PriceBook book);
}
