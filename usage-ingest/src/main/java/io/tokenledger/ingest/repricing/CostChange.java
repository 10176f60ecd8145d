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

/**
 * The cost that a raw event should have.
 *
 * @param costNanos in nano-dollars
 */
public record CostChange(
    StoredUsage event, CostStatus costStatus, long costNanos, String priceVersion) {

  /** Only the events whose cost or status is another at this book. Pure. */
  public static List<CostChange> at(PriceBook book, List<StoredUsage> events) {
    return events.stream().map(event -> at(book, event)).flatMap(Optional::stream).toList();
  }

  /** What the producer said it cost stays, and so does what would cost more than is accepted. */
  private static Optional<CostChange> at(PriceBook book, StoredUsage event) {
    if (event.costStatus() == CostStatus.PRODUCER_REPORTED) {
      return Optional.empty();
    }
    Cost cost = CostCalculator.costOf(book, event.usage());
    boolean same = cost.nanos() == event.costNanos() && cost.status() == event.costStatus();
    return same || cost.nanos() > UsageLimits.MAX_COST_NANOS
        ? Optional.empty()
        : Optional.of(new CostChange(event, cost.status(), cost.nanos(), cost.priceVersion()));
  }

  public long costNanosDelta() {
    return costNanos - event.costNanos();
  }

  public long unpricedRequestsDelta() {
    return unpriced(costStatus) - unpriced(event.costStatus());
  }

  /** The UTC day that the rollups count it in. */
  public LocalDate day() {
    return LocalDate.ofInstant(event.usage().occurredAt(), ZoneOffset.UTC);
  }

  private long unpriced(CostStatus status) {
    return status == CostStatus.UNPRICED ? event.usage().requestCount() : 0;
  }
}
