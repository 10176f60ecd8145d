package io.tokenledger.pricing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One place where the price of a name may be found. */
sealed interface PriceCandidate {

  /** The version in force at {@code at}, as known at {@code knownAt}; its rates are present. */
  Optional<PriceVersion> at(Instant at, Instant knownAt);

  /** When what is found here may become another. */
  Stream<Instant> beginnings();

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

  /** Under a name of its own. */
  record Listed(EntryHistory<PriceVersion> prices) implements PriceCandidate {

    @Override
    public Optional<PriceVersion> at(Instant at, Instant knownAt) {
      return prices.at(at, knownAt).filter(version -> version.rates().isPresent());
    }

    @Override
    public Stream<Instant> beginnings() {
      return prices.entries().stream().map(PriceVersion::effectiveFrom);
    }
  }

  /**
   * Under what somebody said the name means.
   *
   * @param targets of each meaning that the alias ever had: where its price is looked for
   */
  record Said(EntryHistory<ModelAlias> alias, Map<String, List<PriceCandidate>> targets)
      implements PriceCandidate {

    @Override
    public Optional<PriceVersion> at(Instant at, Instant knownAt) {
      return alias
          .at(at, knownAt)
          .flatMap(meaning -> first(targets.get(meaning.id()), at, knownAt));
    }

    @Override
    public Stream<Instant> beginnings() {
      return Stream.concat(
          alias.entries().stream().map(ModelAlias::effectiveFrom),
          targets.values().stream().flatMap(List::stream).flatMap(PriceCandidate::beginnings));
    }
  }
}
