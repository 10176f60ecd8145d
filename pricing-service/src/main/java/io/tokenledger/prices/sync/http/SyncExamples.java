package io.tokenledger.prices.sync.http;

/** Examples for the published description. */
final class SyncExamples {

  static final String DRY_RUN = "{\"dryRun\":true}";

  static final String NOTE = "{\"note\":\"Announced by the provider on 1 May.\"}";

  static final String RUN =
      """
      {"id":12,"source":"openrouter","startedBy":"olga","dryRun":false,"status":"succeeded",
       "startedAt":"2026-05-01T08:30:00Z","finishedAt":"2026-05-01T08:30:01.2Z",
       "reason":null,"detail":null,
       "counts":{"listed":331,"added":1,"changed":1,"quarantined":1,"unchanged":327,"skipped":6},
       "difference":{
         "added":[{"provider":"openrouter","modelName":"acme/new",
           "rates":[{"component":"input","from":null,"to":"0.5"}]}],
         "changed":[{"provider":"openrouter","modelName":"acme/cheaper","fromSource":"openrouter",
           "changes":[{"component":"output","from":"10","to":"8"}]}],
         "quarantined":[{"provider":"openrouter","modelName":"acme/dear","fromSource":"openrouter",
           "changes":[{"component":"input","from":"1","to":"10"}],"largeMoves":["input"]}],
         "skipped":[{"reason":"no_price","count":5,"models":["openrouter/auto"]},
           {"reason":"manual_price","count":1,"models":["openrouter/acme/ours"]}]}}""";

  static final String FAILED =
      """
      {"type":"about:blank","title":"Bad answer of another server","status":502,
       "code":"bad_gateway",
       "detail":"Sync run 13 changed nothing (list_shrunk). The list has 12 models with a price, \
      after 331 before."}""";

  static final String RUNS =
      """
      {"runs":[{"id":13,"source":"openrouter","startedBy":"schedule","dryRun":false,
        "status":"failed","startedAt":"2026-05-01T14:30:00Z","finishedAt":"2026-05-01T14:30:30Z",
        "reason":"timeout","detail":"The list did not arrive within 30000 ms.",
        "counts":{"listed":0,"added":0,"changed":0,"quarantined":0,"unchanged":0,"skipped":0}}],
       "nextCursor":"13"}""";

  static final String QUARANTINE =
      """
      {"moves":[{"id":7,"runId":12,"source":"openrouter","provider":"openrouter",
        "modelName":"acme/dear","baseVersion":"openrouter:openrouter/acme/dear@1970-01-01",
        "from":{"input":"1"},"to":{"input":"10"},"status":"pending",
        "proposedAt":"2026-05-01T08:30:01Z","decidedBy":null,"decidedAt":null,"note":null,
        "priceVersion":null}],"nextCursor":null}""";

  static final String APPROVED =
      """
      {"id":7,"runId":12,"source":"openrouter","provider":"openrouter","modelName":"acme/dear",
       "baseVersion":"openrouter:openrouter/acme/dear@1970-01-01",
       "from":{"input":"1"},"to":{"input":"10"},"status":"approved",
       "proposedAt":"2026-05-01T08:30:01Z","decidedBy":"root","decidedAt":"2026-05-01T09:00:00Z",
       "note":"Announced by the provider on 1 May.",
       "priceVersion":"openrouter:openrouter/acme/dear@2026-05-01T09:00:00Z#2801"}""";

  static final String INVALID =
      """
      {"type":"about:blank","title":"Invalid parameter","status":400,"code":"invalid_parameter",
       "detail":"Parameter 'limit' must be from 1 to 500."}""";

  static final String UNAUTHENTICATED =
      """
      {"type":"about:blank","title":"Not signed in","status":401,"code":"unauthenticated",
       "detail":"Send a bearer token in the Authorization header."}""";

  static final String FORBIDDEN =
      """
      {"type":"about:blank","title":"Not allowed","status":403,"code":"forbidden",
       "detail":"Your roles do not permit this."}""";

  static final String NO_RUN =
      """
      {"type":"about:blank","title":"Not found","status":404,"code":"not_found",
       "detail":"There is no sync run 99."}""";

  static final String NO_MOVE =
      """
      {"type":"about:blank","title":"Not found","status":404,"code":"not_found",
       "detail":"There is no move 99."}""";

  static final String UNDER_WAY =
      """
      {"type":"about:blank","title":"Conflict","status":409,"code":"conflict",
       "detail":"A sync of 'openrouter' is under way."}""";

  static final String DECIDED =
      """
      {"type":"about:blank","title":"Conflict","status":409,"code":"conflict",
       "detail":"Move 7 was approved by root at 2026-05-01T09:00:00Z."}""";

  static final String REJECTED =
      """
      {"id":7,"runId":12,"source":"openrouter","provider":"openrouter","modelName":"acme/dear",
       "baseVersion":"openrouter:openrouter/acme/dear@1970-01-01",
       "from":{"input":"1"},"to":{"input":"10"},"status":"rejected",
       "proposedAt":"2026-05-01T08:30:01Z","decidedBy":"root","decidedAt":"2026-05-01T09:00:00Z",
       "note":"A mistake of the list.","priceVersion":null}""";

  private SyncExamples() {}
}
