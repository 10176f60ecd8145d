package io.tokenledger.prices.resolve;

/** Examples for the published description; a test checks that the answers are these. */
final class ResolveExamples {

  static final String ITEMS =
      """
      [{"provider":"openai","modelName":"gpt-5","occurredAt":"2026-05-01T12:00:00Z",
        "serviceTier":"flex",
        "usage":{"inputTokens":10000,"cacheReadTokens":4096,"outputTokens":2000}},
       {"provider":"nobody","modelName":"unlisted","usage":{"inputTokens":1}}]""";

  static final String COSTS =
      """
      [{"costUsd":"0.013946","costNanos":13946000,"status":"priced",
        "priceVersion":"litellm:openai/gpt-5@1970-01-01",
        "price":{"id":"litellm:openai/gpt-5@1970-01-01","bookVersion":1834,"orgId":"",
                 "provider":"openai","modelName":"gpt-5","effectiveFrom":"1970-01-01T00:00:00Z",
                 "recordedAt":"2026-05-01T08:00:00.123456Z","source":"litellm"},
        "components":[
          {"component":"input","quantity":"5904","unitPriceUsd":"0.000000625","costUsd":"0.00369"},
          {"component":"cacheRead","quantity":"4096","unitPriceUsd":"0.0000000625","costUsd":"0.000256"},
          {"component":"output","quantity":"2000","unitPriceUsd":"0.000005","costUsd":"0.01"}]},
       {"costUsd":null,"costNanos":0,"status":"unpriced","priceVersion":null,"price":null,
        "components":[]}]""";

  private ResolveExamples() {}
}
