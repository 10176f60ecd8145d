package io.tokenledger.acceptance.truth;

/** The figures of one row of the usage report, the cost still exact. */
public record UsageSums(
    long requestCount, long errorCount, long unpricedRequests, Tokens tokens, long costNanos) {

  static UsageSums of(SampleEvent event) {
    return new UsageSums(
        event.requestCount(),
        event.success() ? 0 : event.requestCount(),
        event.unpricedRequests(),
        event.tokens(),
        event.costNanos());
  }

  UsageSums plus(UsageSums other) {
    return new UsageSums(
        requestCount + other.requestCount,
        errorCount + other.errorCount,
        unpricedRequests + other.unpricedRequests,
        tokens.plus(other.tokens),
        costNanos + other.costNanos);
  }
}
