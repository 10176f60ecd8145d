package io.tokenledger.aggregate.reconcile.http;

/** Answers and bodies as they look, for the API description. */
final class RollupExamples {

  static final String DRIFT =
      """
      {"checkedAt":"2026-03-02T06:00:00Z","from":"2026-01-27","to":"2026-03-03","driftingRows":1,
       "driftNanos":52310000,"drift":[{"rollup":"org_daily_usage","orgId":"acme",
        "date":"2026-03-01","rows":1,"requests":-3,"costNanos":-52310000}]}""";

  static final String REBUILD_BODY =
      """
      {"from":"2026-03-01","to":"2026-03-01","orgId":"acme"}""";

  static final String REBUILD =
      """
      {"id":"2f9d6a0e-6d6e-4b0c-9f5a-0f7c2b1d4e6f","requestedAt":"2026-03-02T06:01:00Z",
       "requestedBy":"olga","orgId":"acme","from":"2026-03-01","to":"2026-03-01",
       "doneThrough":"2026-03-01","rowsChanged":1,"finishedAt":"2026-03-02T06:01:02Z"}""";

  static final String REBUILDS = "[" + REBUILD + "]";

  private RollupExamples() {}
}
