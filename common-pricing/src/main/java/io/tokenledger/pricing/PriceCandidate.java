package io.tokenledger.pricing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One place where the price of a name may be found. */
interface PriceCandidate {

  /** The version in force at {@code at}, as known at {@code knownAt}; its rates are present. */
  Optional<PriceVersion> at(Instant at, Instant knownAt);

  /** The first in the order of the list that has one. */
  static Optional<PriceVersion> first(
      List<PriceCandidate> candidates, Instant at, Instant knownAt) {
    for (PriceCandidate candidate : candidates) {
      Optional<PriceVersion> found = candidate.at(at, knownAt);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
