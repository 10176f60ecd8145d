package io.tokenledger.prices;

import io.smallrye.mutiny.Uni;
import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.service.refusal.RefusedException;
import java.util.List;

/** The stored price book: append only, numbered in the order of commits. */
public interface PriceVersions {

  /**
   * What was recorded after the last entry of {@code known}; everything when that is a book of
   * another line. A book that ends before {@code known} was restored: it begins a line of its own.
   */
  Uni<BookEntries> recordedAfter(PriceBook known);

  /**
   * Every version of exactly this model, the last recorded first: everyone's, and those of {@code
   * orgId} unless that is empty.
   */
  Uni<List<RecordedPrice>> history(String orgId, String provider, String modelName);

  /**
   * Records one version, in a transaction of its own; fails with {@link RefusedException} when its
   * org has its share of the book.
   */
  Uni<PriceVersion> append(PriceDraft draft);

  /** The same for an alias. */
  Uni<ModelAlias> append(AliasDraft draft);

  /** The same for a factor. */
  Uni<PriceFactor> append(FactorDraft draft);
}
