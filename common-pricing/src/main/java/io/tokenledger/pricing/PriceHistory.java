package io.tokenledger.pricing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of one (org, provider, model), the one that would win at the latest time first. */
final class PriceHistory {

  private static final Comparator<PriceVersion> BY_PRECEDENCE =
      Comparator.comparing(PriceVersion::effectiveFrom)
          .thenComparingLong(PriceVersion::bookVersion)
          .thenComparing(PriceVersion::id)
          .reversed();

  private final List<PriceVersion> versions;

  PriceHistory(Collection<PriceVersion> versions) {
    this.versions = versions.stream().sorted(BY_PRECEDENCE).toList();
  }

  /**
   * The version with the greatest {@code effectiveFrom} not after {@code at}; of several, the one
   * recorded last. Empty when none began yet, or when the one in force ended the price.
   */
  Optional<PriceVersion> at(Instant at) {
    for (PriceVersion version : versions) {
      if (!version.effectiveFrom().isAfter(at)) {
        return version.rates().isPresent() ? Optional.of(version) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
