package io.tokenledger.prices.costs;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A repricing, and how far it is.
 *
 * @param onlyUnpriced made by itself, over events without price
 * @param bookVersion of the price book, at least
 * @param eventsChanged so far; of a dry run, that would change
 * @param costNanosDelta the new cost less the old one, in nano-dollars
 */
public record RepriceRun(
    UUID id,
    Instant requestedAt,
    RepriceOrder order,
    boolean onlyUnpriced,
    long bookVersion,
    long eventsChanged,
    BigInteger costNanosDelta,
    Optional<Instant> finishedAt) {

  /**
   * What it changed, or would, of an org's day.
   *
   * @param costNanosBefore of these events, in nano-dollars
   * @param unpricedRequestsDelta negative when requests have a price now
   */
  public record Difference(
      String orgId,
      LocalDate date,
      long events,
      BigInteger costNanosBefore,
      BigInteger costNanosAfter,
      long unpricedRequestsDelta) {}
}
