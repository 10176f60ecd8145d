package io.tokenledger.pricing;

import io.tokenledger.events.ModelName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  /** Under what somebody said the name means. */
  final class Said implements PriceCandidate {

    private final EntryHistory<ModelAlias> alias;
    private final Function<ModelName, List<PriceCandidate>> placesOf;

    /**
     * One is kept: an alias seldom had two meanings, and however many a tenant gives it, they cost
     * no memory for each name that leads to it.
     */
    private volatile Meaning last = new Meaning(Optional.empty(), List.of());

    /**
     * @param placesOf where the price of a target is looked for
     */
    Said(EntryHistory<ModelAlias> alias, Function<ModelName, List<PriceCandidate>> placesOf) {
      this.alias = alias;
      this.placesOf = placesOf;
    }

    @Override
    public Optional<PriceVersion> at(Instant at, Instant knownAt) {
      return first(places(alias.at(at, knownAt).flatMap(ModelAlias::target)), at, knownAt);
    }

    @Override
    public Stream<Instant> beginnings() {
      return Stream.concat(
          alias.entries().stream().map(ModelAlias::effectiveFrom),
          alias.entries().stream()
              .flatMap(meaning -> meaning.target().stream())
              .distinct()
              .flatMap(target -> placesOf.apply(target).stream())
              .flatMap(PriceCandidate::beginnings));
    }

    private List<PriceCandidate> places(Optional<ModelName> target) {
      Meaning known = last;
      if (!known.target().equals(target)) {
        known = new Meaning(target, target.map(placesOf).orElse(List.of()));
        last = known;
      }
      return known.places();
    }

    private record Meaning(Optional<ModelName> target, List<PriceCandidate> places) {}
  }
}
