package io.tokenledger.aggregate;

import static io.tokenledger.aggregate.RollupDelta.Sum.CACHE_SAVED_NANOS;
import static io.tokenledger.aggregate.RollupDelta.Sum.CACHE_SAVED_TOKENS;
import static io.tokenledger.aggregate.RollupDelta.Sum.COST_NANOS;
import static io.tokenledger.aggregate.RollupDelta.Sum.DURATION_COUNT;
import static io.tokenledger.aggregate.RollupDelta.Sum.DURATION_MS_SUM;
import static io.tokenledger.aggregate.RollupDelta.Sum.ERROR_COUNT;
import static io.tokenledger.aggregate.RollupDelta.Sum.REQUEST_COUNT;
import static io.tokenledger.aggregate.RollupDelta.Sum.UNPRICED_REQUESTS;

import io.tokenledger.events.CappedSum;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.DurationBuckets;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.RecordedUsage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What one batch, or one window, adds to one rollup row. Sums fit a {@code long}, as {@link
 * BatchParts} and {@link OpenWindow} bound the cost and the number of what is folded together: an
 * event carries at most 10¹⁵ nano-dollars and 10¹⁰ tokens of a class.
 */
public final class RollupDelta {

  /** What every rollup sums up besides tokens. */
  public enum Sum {
    REQUEST_COUNT,
    ERROR_COUNT,
    UNPRICED_REQUESTS,
    COST_NANOS,
    /** Of the tokens counted next. */
    CACHE_SAVED_NANOS,
    /** Cached tokens of which is known what they saved. */
    CACHE_SAVED_TOKENS,
    DURATION_MS_SUM,
    /** Calls that told a duration. */
    DURATION_COUNT;

    public static final List<Sum> ALL = List.of(values());

    public String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final long[] sums = new long[Sum.ALL.size()];
  private final long[] tokens = new long[TokenClass.ALL.size()];
  private final int[] durationBuckets;
  private Instant firstAt = Instant.MAX;
  private Instant lastAt = Instant.MIN;

  /**
   * @param histogram whether it has one; most of a row's memory is that
   */
  RollupDelta(boolean histogram) {
    durationBuckets = new int[histogram ? DurationBuckets.COUNT : 0];
  }

  void add(RecordedUsage usage) {
    count(usage, 1);
    see(usage.occurredAt());
  }

  void add(CostAdjustment adjustment) {
    add(UNPRICED_REQUESTS, adjustment.unpricedRequestsDelta());
    add(COST_NANOS, adjustment.costNanosDelta());
    add(CACHE_SAVED_NANOS, adjustment.cacheSavedNanosDelta());
    add(CACHE_SAVED_TOKENS, adjustment.cacheSavedTokensDelta());
    see(adjustment.occurredAt());
  }

  /** What was added before, and is not any more. Its time stays among those that were seen. */
  void takeBack(RecordedUsage usage) {
    count(usage, -1);
    see(usage.occurredAt());
  }

  private void see(Instant occurredAt) {
    firstAt = occurredAt.isBefore(firstAt) ? occurredAt : firstAt;
    lastAt = occurredAt.isAfter(lastAt) ? occurredAt : lastAt;
  }

  private void count(RecordedUsage usage, int sign) {
    long requests = sign * usage.requestCount();
    add(REQUEST_COUNT, requests);
    add(ERROR_COUNT, usage.success() ? 0 : requests);
    add(UNPRICED_REQUESTS, usage.costStatus() == CostStatus.UNPRICED ? requests : 0);
    add(COST_NANOS, sign * usage.costNanos());
    add(CACHE_SAVED_NANOS, sign * usage.addedCacheSavedNanos());
    add(CACHE_SAVED_TOKENS, sign * usage.cacheSavedTokens());
    usage.tokens().addTo(tokens, sign);
    if (usage.durationMs().isPresent()) {
      long durationMs = usage.durationMs().getAsLong();
      add(DURATION_MS_SUM, sign * durationMs);
      add(DURATION_COUNT, sign);
      if (durationBuckets.length > 0) {
        durationBuckets[DurationBuckets.indexOf(durationMs)] += sign;
      }
    }
  }

  /** Both rows as one. */
  static RollupDelta sum(RollupDelta a, RollupDelta b) {
    Sum.ALL.forEach(each -> a.add(each, b.sum(each)));
    for (int i = 0; i < a.tokens.length; i++) {
      a.tokens[i] = CappedSum.of(a.tokens[i], b.tokens[i]);
    }
    for (int i = 0; i < a.durationBuckets.length; i++) {
      a.durationBuckets[i] += b.durationBuckets[i];
    }
    a.see(b.firstAt);
    a.see(b.lastAt);
    return a;
  }

  private void add(Sum to, long value) {
    sums[to.ordinal()] = Math.addExact(sums[to.ordinal()], value);
  }

  public long sum(Sum of) {
    return sums[of.ordinal()];
  }

  public long tokens(TokenClass of) {
    return tokens[of.ordinal()];
  }

  /** Calls by {@link DurationBuckets bucket} of their duration; empty without a histogram. */
  public int[] durationBuckets() {
    return durationBuckets.clone();
  }

  public Instant firstAt() {
    return firstAt;
  }

  public Instant lastAt() {
    return lastAt;
  }
}
