package io.tokenledger.ingest;

import io.tokenledger.pricing.PriceBook;

/** The local copy of the price book: always there, no I/O. */
public interface PriceBooks {

  PriceBook current();
}
