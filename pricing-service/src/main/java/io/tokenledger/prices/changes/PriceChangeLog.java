package io.tokenledger.prices.changes;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who changed the book, when, why, and to what. Nothing is ever removed from it. */
public interface PriceChangeLog {

  /** The last recorded first. */
  Uni<List<RecordedChange>> find(ChangeQuery query);
}
