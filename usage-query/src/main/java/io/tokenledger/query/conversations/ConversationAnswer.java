package io.tokenledger.query.conversations;

import io.tokenledger.events.Money;
import io.tokenledger.query.sums.Latency;
import io.tokenledger.query.sums.UsageSums;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The answer of {@code /conversations/{id}/usage}.
 *
 * @param completions the number of model calls
 * @param estimatedCostMicros in micro-dollars, rounded half to even from the exact sum
 * @param costUsd the exact sum in dollars, nine decimals
 * @param avgDurationMs null when no call told how long it took; likewise the percentile
 */
public record ConversationAnswer(
    String conversationId,
    Totals totals,
    long completions,
    long estimatedCostMicros,
    String costUsd,
    OptionalLong avgDurationMs,
    OptionalLong p95DurationMs,
    Instant lastMessageAt) {

  /** Tokens; the total includes embeddings. */
  public record Totals(long promptTokens, long completionTokens, long totalTokens) {}

  static ConversationAnswer of(ConversationUsage usage) {
    UsageSums sums = usage.sums();
    Latency latency = sums.latency();
    return new ConversationAnswer(
        usage.conversationId(),
        new Totals(sums.tokens().input(), sums.tokens().output(), sums.tokens().total()),
        sums.requestCount(),
        Money.microsFromNanos(sums.costNanos()),
        Money.usdTextFromNanos(sums.costNanos()),
        latency.averageMs(),
        latency.p95Ms(),
        usage.lastMessageAt());
  }
}
