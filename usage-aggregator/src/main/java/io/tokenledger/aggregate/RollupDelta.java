package io.tokenledger.aggregate;

import io.tokenledger.events.CostAdjustment;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.DurationBuckets;
import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.TokenCounts;
import java.time.Instant;

/**
 * What one batch adds to one rollup row. Sums of a batch fit a {@code long}: an event carries at
 * most 10¹⁵ nano-dollars and 10¹⁰ tokens of a class.
 */
public final class RollupDelta {

  private long requestCount;
  private long errorCount;
  private long unpricedRequests;
  private long inputTokens;
  private long outputTokens;
  private long cacheReadTokens;
  private long cacheWriteTokens;
  private long cacheWrite1hTokens;
  private long audioInputTokens;
  private long reasoningTokens;
  private long audioOutputTokens;
  private long embeddingTokens;
  private long costNanos;
  private long durationMsSum;
  private long durationCount;
  private final long[] durationBuckets = new long[DurationBuckets.COUNT];
  private Instant firstAt = Instant.MAX;
  private Instant lastAt = Instant.MIN;

  void add(RecordedUsage usage) {
    requestCount += usage.requestCount();
    errorCount += usage.success() ? 0 : usage.requestCount();
    unpricedRequests += usage.costStatus() == CostStatus.UNPRICED ? usage.requestCount() : 0;
    addTokens(usage.tokens());
    costNanos = Math.addExact(costNanos, usage.costNanos());
    usage.adjustment().ifPresent(this::add);
    if (usage.durationMs().isPresent()) {
      long durationMs = usage.durationMs().getAsLong();
      durationMsSum += durationMs;
      durationCount++;
      durationBuckets[DurationBuckets.indexOf(durationMs)]++;
    }
    firstAt = usage.occurredAt().isBefore(firstAt) ? usage.occurredAt() : firstAt;
    lastAt = usage.occurredAt().isAfter(lastAt) ? usage.occurredAt() : lastAt;
  }

  private void add(CostAdjustment adjustment) {
    unpricedRequests += adjustment.unpricedRequestsDelta();
    costNanos = Math.addExact(costNanos, adjustment.costNanosDelta());
  }

  private void addTokens(TokenCounts tokens) {
    inputTokens += tokens.input();
    outputTokens += tokens.output();
    cacheReadTokens += tokens.cacheRead();
    cacheWriteTokens += tokens.cacheWrite();
    cacheWrite1hTokens += tokens.cacheWrite1h();
    audioInputTokens += tokens.audioInput();
    reasoningTokens += tokens.reasoning();
    audioOutputTokens += tokens.audioOutput();
    embeddingTokens += tokens.embedding();
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

  public long inputTokens() {
    return inputTokens;
  }

  public long outputTokens() {
    return outputTokens;
  }

  public long cacheReadTokens() {
    return cacheReadTokens;
  }

  public long cacheWriteTokens() {
    return cacheWriteTokens;
  }

  public long cacheWrite1hTokens() {
    return cacheWrite1hTokens;
  }

  public long audioInputTokens() {
    return audioInputTokens;
  }

  public long reasoningTokens() {
    return reasoningTokens;
  }

  public long audioOutputTokens() {
    return audioOutputTokens;
  }

  public long embeddingTokens() {
    return embeddingTokens;
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
