package io.tokenledger.ingest.repricing;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The cost that a raw event should have.
 *
 * @param costNanos in nano-dollars
 * @param cacheSavedNanos in nano-dollars; absent where it is not known or no token was cached
 */
public record CostChange(
    StoredUsage event,
    CostStatus costStatus,
    long costNanos,
    OptionalLong cacheSavedNanos,
    String priceVersion) {

  /** Only the events whose cost, status or saving is another at this book. Pure. */
  public static List<CostChange> at(PriceBook book, List<StoredUsage> events) {
    return events.stream().map(event -> at(book, event)).flatMap(Optional::stream).toList();
  }

  /** What the producer said it cost stays, and so does what would cost more than is accepted. */
  private static Optional<CostChange> at(PriceBook book, StoredUsage event) {
    if (event.costStatus() == CostStatus.PRODUCER_REPORTED) {
      return Optional.empty();
    }
    Cost cost = CostCalculator.costOf(book, event.usage());
    OptionalLong saved = cost.cacheSavedNanosOf(event.usage().tokens());
    boolean same =
        cost.nanos() == event.costNanos()
            && cost.status() == event.costStatus()
            && !isAnother(event.cacheSavedNanos(), saved);
    return same || cost.nanos() > UsageLimits.MAX_COST_NANOS
        ? Optional.empty()
        : Optional.of(
            new CostChange(event, cost.status(), cost.nanos(), saved, cost.priceVersion()));
  }

  /** What events of early versions saved is not known: that alone is no reason to change them. */
  private static boolean isAnother(OptionalLong before, OptionalLong after) {
    return before.isPresent() && !before.equals(after);
  }

  public long costNanosDelta() {
    return costNanos - event.costNanos();
  }

  public long unpricedRequestsDelta() {
    return unpriced(costStatus) - unpriced(event.costStatus());
  }

  public long cacheSavedNanosDelta() {
    return cacheSavedNanos.orElse(0) - event.cacheSavedNanos().orElse(0);
  }

  public long cacheSavedTokensDelta() {
    return cached(cacheSavedNanos) - cached(event.cacheSavedNanos());
  }

  /** The UTC day that the rollups count it in. */
  public LocalDate day() {
    return LocalDate.ofInstant(event.usage().occurredAt(), ZoneOffset.UTC);
  }

  private long cached(OptionalLong saved) {
    return saved.isPresent() ? event.usage().tokens().cached() : 0;
  }

  private long unpriced(CostStatus status) {
    return status == CostStatus.UNPRICED ? event.usage().requestCount() : 0;
  }
}
