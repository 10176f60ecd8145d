package io.tokenledger.aggregate.support;

import io.tokenledger.aggregate.RollupDelta;
import io.tokenledger.aggregate.RollupDelta.Sum;
import io.tokenledger.events.TokenClass;
import java.time.Instant;

/** A rollup row, as far as the simulation compares it. */
public record RollupSums(
    long requests,
    long errors,
    long unpriced,
    long inputTokens,
    long costNanos,
    long cacheSavedNanos,
    long cacheSavedTokens,
    long durationCount,
    Instant firstAt,
    Instant lastAt) {

  private static final RollupSums NOTHING =
      new RollupSums(0, 0, 0, 0, 0, 0, 0, 0, Instant.EPOCH, Instant.EPOCH);

  public static RollupSums of(RollupDelta delta) {
    return new RollupSums(
        delta.sum(Sum.REQUEST_COUNT),
        delta.sum(Sum.ERROR_COUNT),
        delta.sum(Sum.UNPRICED_REQUESTS),
        delta.tokens(TokenClass.INPUT),
        delta.sum(Sum.COST_NANOS),
        delta.sum(Sum.CACHE_SAVED_NANOS),
        delta.sum(Sum.CACHE_SAVED_TOKENS),
        delta.sum(Sum.DURATION_COUNT),
        delta.firstAt(),
        delta.lastAt());
  }

  public boolean isNothing() {
    return withoutTimes().equals(NOTHING);
  }

  public RollupSums withoutTimes() {
    return new RollupSums(
        requests,
        errors,
        unpriced,
        inputTokens,
        costNanos,
        cacheSavedNanos,
        cacheSavedTokens,
        durationCount,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  public RollupSums plus(RollupSums other) {
    return new RollupSums(
        requests + other.requests,
        errors + other.errors,
        unpriced + other.unpriced,
        inputTokens + other.inputTokens,
        costNanos + other.costNanos,
        cacheSavedNanos + other.cacheSavedNanos,
        cacheSavedTokens + other.cacheSavedTokens,
        durationCount + other.durationCount,
        firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt,
        lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
  }
}
