package io.tokenledger.aggregate;

import io.tokenledger.events.CostAdjustment;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.DurationBuckets;
import io.tokenledger.events.Recorded;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.TokenClass;
import java.time.Instant;

/**
 * What one batch adds to one rollup row. Sums fit a {@code long}, as {@link BatchParts} bounds the
 * cost and the number of what is folded together: an event carries at most 10¹⁵ nano-dollars and
 * 10¹⁰ tokens of a class.
 */
public final class RollupDelta implements Recorded.Visitor {

  private long requestCount;
  private long errorCount;
  private long unpricedRequests;
  private long costNanos;
  private long durationMsSum;
  private long durationCount;
  private final long[] tokens = new long[TokenClass.ALL.size()];
  private final long[] durationBuckets = new long[DurationBuckets.COUNT];
  private Instant firstAt = Instant.MAX;
  private Instant lastAt = Instant.MIN;

  void add(Recorded recorded) {
    recorded.accept(this);
    Instant occurredAt = recorded.occurredAt();
    firstAt = occurredAt.isBefore(firstAt) ? occurredAt : firstAt;
    lastAt = occurredAt.isAfter(lastAt) ? occurredAt : lastAt;
  }

  @Override
  public void visit(RecordedUsage usage) {
    requestCount += usage.requestCount();
    errorCount += usage.success() ? 0 : usage.requestCount();
    unpricedRequests += usage.costStatus() == CostStatus.UNPRICED ? usage.requestCount() : 0;
    usage.tokens().addTo(tokens);
    costNanos = Math.addExact(costNanos, usage.costNanos());
    if (usage.durationMs().isPresent()) {
      long durationMs = usage.durationMs().getAsLong();
      durationMsSum += durationMs;
      durationCount++;
      durationBuckets[DurationBuckets.indexOf(durationMs)]++;
    }
  }

  @Override
  public void visit(CostAdjustment adjustment) {
    unpricedRequests += adjustment.unpricedRequestsDelta();
    costNanos = Math.addExact(costNanos, adjustment.costNanosDelta());
  }

  public long requestCount() {
    return requestCount;
  }

  public long errorCount() {
    return errorCount;
  }

  public long unpricedRequests() {
    return unpricedRequests;
  }

  public long tokens(TokenClass of) {
    return tokens[of.ordinal()];
  }

  public long costNanos() {
    return costNanos;
  }

  public long durationMsSum() {
    return durationMsSum;
  }

  /** Calls that told a duration. */
  public long durationCount() {
    return durationCount;
  }

  /** Calls by {@link DurationBuckets bucket} of their duration. */
  public long[] durationBuckets() {
    return durationBuckets.clone();
  }

  public Instant firstAt() {
    return firstAt;
  }

  public Instant lastAt() {
    return lastAt;
  }
}
