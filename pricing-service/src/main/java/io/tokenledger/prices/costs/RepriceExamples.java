package io.tokenledger.prices.costs;

/** Examples in the OpenAPI document. */
final class RepriceExamples {

  static final String UNPRICED =
      """
      {"unpriced": [{"provider": "openai", "modelName": "house-model", "status": "unpriced",
        "requests": 1200, "inputTokens": 900000, "outputTokens": 210000, "embeddingTokens": 0,
        "totalTokens": 1110000, "firstSeen": "2026-05-01T08:00:00Z",
        "lastSeen": "2026-05-03T17:30:00Z", "orgs": [{"orgId": "acme", "requests": 1200,
        "firstSeen": "2026-05-01T08:00:00Z", "lastSeen": "2026-05-03T17:30:00Z"}]}]}""";

  static final String ORDER =
      """
      {"orgId": "acme", "provider": "openai", "modelName": "gpt-4o", "from": "2026-05-01",
       "to": "2026-05-31", "reason": "contract price was entered late", "dryRun": true}""";

  static final String RUN =
      """
      {"id": "0d6a3c1b-2e4f-4f0b-9d5e-5f0c2a548f0e", "status": "finished",
       "requestedAt": "2026-06-01T09:00:00Z", "requestedBy": "ann",
       "reason": "contract price was entered late", "orgId": "acme", "provider": "openai",
       "modelName": "gpt-4o", "from": "2026-05-01", "to": "2026-05-31", "onlyUnpriced": false,
       "dryRun": true, "bookVersion": 2114, "eventsChanged": 40210, "costNanosDelta": -1250000000,
       "costUsdDelta": "-1.25", "finishedAt": "2026-06-01T09:00:04Z",
       "differences": [{"orgId": "acme", "date": "2026-05-02", "events": 40210,
         "costNanosBefore": 5000000000, "costNanosAfter": 3750000000,
         "costNanosDelta": -1250000000, "costUsdDelta": "-1.25", "unpricedRequestsDelta": 0}]}""";

  static final String RUNS =
      """
      {"runs": [{"id": "0d6a3c1b-2e4f-4f0b-9d5e-5f0c2a548f0e", "status": "finished",
       "requestedAt": "2026-06-01T09:00:00Z", "requestedBy": "ann",
       "reason": "contract price was entered late", "orgId": "acme", "provider": "openai",
       "modelName": "gpt-4o", "from": "2026-05-01", "to": "2026-05-31", "onlyUnpriced": false,
       "dryRun": false, "bookVersion": 2114, "eventsChanged": 40210,
       "costNanosDelta": -1250000000, "costUsdDelta": "-1.25",
       "finishedAt": "2026-06-01T09:00:04Z"}]}""";

  private RepriceExamples() {}
}
