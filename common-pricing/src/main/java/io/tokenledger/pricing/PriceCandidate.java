package io.tokenledger.pricing;

import java.time.Instant;
import java.util.Optional;

/** One place where the price of a name may be found. */
interface PriceCandidate {

  /** The version in force at {@code at}, as known at {@code knownAt}; its rates are present. */
  Optional<PriceVersion> at(Instant at, Instant knownAt);
}
