package io.tokenledger.ingest.deadletters.http;

/** Examples for the published description. */
final class DeadLetterExamples {

  static final String PAGE =
      """
      {"deadLetters":[{
        "id":"0-4711","reason":"missing_field","detail":"provider is required","orgId":"acme",
        "deadLetteredAt":"2026-05-01T08:30:01.250Z",
        "source":{"topic":"usage.events","partition":3,"offset":90210},
        "sentAt":"2026-05-01T08:30:01.112Z","headers":{},
        "event":{"eventId":"e-1","orgId":"acme","modelName":"gpt-4o"},"bytesBase64":null,
        "sizeBytes":55,"cut":false,"replayable":true,"replayedFrom":null}],
       "nextCursor":"MDo0NzEyOjQ3OTk"}""";

  static final String BY_IDS = "{\"ids\":[\"0-4711\",\"0-4712\"],\"dryRun\":true}";

  static final String BY_REASON =
      """
      {"reason":"too_late","from":"2026-05-01T00:00:00Z","to":"2026-05-02T00:00:00Z"}""";

  static final String REPLAYED =
      """
      {"dryRun":false,"replayed":1,"results":[
        {"id":"0-4711","status":"replayed","detail":null},
        {"id":"0-4712","status":"cannot_replay",
         "detail":"only the beginning of its 1310720 bytes is kept"}],
       "nextCursor":null}""";

  private DeadLetterExamples() {}
}
