package io.tokenledger.acceptance.truth;

/** The figures of one row of the usage report, the cost still exact. */
public record UsageSums(
    long requestCount, long errorCount, long unpricedRequests, Tokens tokens, long costNanos) {

  static final UsageSums NOTHING = new UsageSums(0, 0, 0, Tokens.NONE, 0);

  static UsageSums of(SampleEvent event) {
    if (event.voided()) {
      return NOTHING;
    }
    return new UsageSums(
        event.requestCount(),
        event.success() ? 0 : event.requestCount(),
        event.unpricedRequests(),
        event.tokens(),
        event.costNanos());
  }

  /** A row with nothing in it is as good as none. */
  public boolean isNothing() {
    return equals(NOTHING);
  }

  UsageSums negated() {
    return new UsageSums(
        -requestCount, -errorCount, -unpricedRequests, tokens.negated(), -costNanos);
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
