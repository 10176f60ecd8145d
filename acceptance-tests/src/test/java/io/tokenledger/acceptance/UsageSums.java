package io.tokenledger.acceptance;

/** The figures of one row of the usage report, the cost still exact. */
record UsageSums(
    long requestCount,
    long errorCount,
    long unpricedRequests,
    long inputTokens,
    long outputTokens,
    long cacheReadTokens,
    long cacheWriteTokens,
    long reasoningTokens,
    long embeddingTokens,
    long costNanos) {

  static UsageSums of(SampleEvent event) {
    Tokens tokens = event.tokens();
    return new UsageSums(
        event.requestCount(),
        event.success() ? 0 : event.requestCount(),
        event.unpricedRequests(),
        tokens.input(),
        tokens.output(),
        tokens.cacheRead(),
        tokens.cacheWrite(),
        tokens.reasoning(),
        tokens.embedding(),
        event.costNanos());
  }

  UsageSums plus(UsageSums other) {
    return new UsageSums(
        requestCount + other.requestCount,
        errorCount + other.errorCount,
        unpricedRequests + other.unpricedRequests,
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        cacheReadTokens + other.cacheReadTokens,
        cacheWriteTokens + other.cacheWriteTokens,
        reasoningTokens + other.reasoningTokens,
        embeddingTokens + other.embeddingTokens,
        costNanos + other.costNanos);
  }

  long totalTokens() {
    return inputTokens + outputTokens + embeddingTokens;
  }
}
