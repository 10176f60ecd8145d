package io.tokenledger.prices.sync;

import io.tokenledger.prices.PriceSource;

/** A run of the same source is under way, in whatever replica. */
public final class SyncUnderWayException extends RuntimeException {

  SyncUnderWayException(PriceSource source) {
    super("A sync of '" + source.code() + "' is under way.");
  }
}
