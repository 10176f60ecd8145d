package io.tokenledger.prices.http;

/** Examples for the published description. */
public final class PriceExamples {

  static final String CHANGE =
      """
      {"rates":{"input":"2.5","output":"10","cacheRead":"1.25",
                "contextTiers":[{"above":200000,"input":"5","output":"15"}],
                "serviceTiers":{"batch":{"input":"1.25","output":"5"}},
                "perRequest":"0.001","units":{"webSearches":"0.01"}},
       "effectiveFrom":"2026-05-01T00:00:00Z","orgId":"acme","note":"contract 2026-17"}""";

  static final String LOCAL_CHANGE =
      """
      {"rates":{"input":"0","output":"0"},"note":"runs on our own machines"}""";

  static final String PRICE =
      """
      {"id":"manual:acme:openai/gpt-4o@2026-05-01T00:00:00Z#4711","bookVersion":4711,
       "orgId":"acme","provider":"openai","modelName":"gpt-4o",
       "effectiveFrom":"2026-05-01T00:00:00Z","recordedAt":"2026-05-02T09:30:00.123456Z",
       "source":"manual","rates":{"input":"2.5","output":"10","cacheRead":"1.25"}}""";

  static final String ENDED =
      """
      {"id":"manual:acme:openai/gpt-4o@2026-07-01T00:00:00Z#4801","bookVersion":4801,
       "orgId":"acme","provider":"openai","modelName":"gpt-4o",
       "effectiveFrom":"2026-07-01T00:00:00Z","recordedAt":"2026-06-30T16:00:00Z",
       "source":"manual","rates":null}""";

  static final String PAGE =
      "{\"prices\":[" + PRICE + "],\"nextCursor\":\"b3BlbmFpCmdwdC00bwphY21l\"}";

  static final String HISTORY =
      """
      {"versions":[
        {"id":"manual:acme:openai/gpt-4o@2026-05-01T00:00:00Z#4711","bookVersion":4711,
         "orgId":"acme","provider":"openai","modelName":"gpt-4o",
         "effectiveFrom":"2026-05-01T00:00:00Z","recordedAt":"2026-05-02T09:30:00.123456Z",
         "source":"manual","rates":{"input":"2.5","output":"10","cacheRead":"1.25"},
         "recordedBy":"ann","note":"contract 2026-17"}]}""";

  public static final String CHANGES =
      """
      {"changes":[
        {"kind":"price","id":"manual:acme:openai/gpt-4o@2026-05-01T00:00:00Z#4711",
         "bookVersion":4711,"orgId":"acme","provider":"openai","modelName":"gpt-4o",
         "effectiveFrom":"2026-05-01T00:00:00Z","recordedAt":"2026-05-02T09:30:00.123456Z",
         "recordedBy":"ann","source":"manual","note":"contract 2026-17",
         "rates":{"input":"2.5","output":"10","cacheRead":"1.25"},"target":null}],
       "nextCursor":"4711"}""";

  static final String BOOK =
      """
      {"version":4712,"prices":[
        {"id":"litellm:openai/gpt-4o@1970-01-01","bookVersion":17,"orgId":"","provider":"openai",
         "modelName":"gpt-4o","effectiveFrom":"1970-01-01T00:00:00Z",
         "recordedAt":"2026-05-01T00:00:00Z","source":"litellm",
         "rates":{"input":"2.5","output":"10"}}],
       "aliases":[
        {"id":"alias:azure/prod@2026-05-01T00:00:00Z#4712","bookVersion":4712,"orgId":"",
         "provider":"azure","alias":"prod","effectiveFrom":"2026-05-01T00:00:00Z",
         "recordedAt":"2026-05-02T09:30:00Z",
         "target":{"provider":"azure","modelName":"gpt-4o"}}]}""";

  private PriceExamples() {}
}
