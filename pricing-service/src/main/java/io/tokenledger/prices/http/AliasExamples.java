package io.tokenledger.prices.http;

/** Examples for the published description. */
final class AliasExamples {

  static final String CHANGE =
      """
      {"targetProvider":"azure","targetModelName":"gpt-4o","orgId":"acme",
       "effectiveFrom":"2026-05-01T00:00:00Z","note":"our deployment in Sweden"}""";

  static final String ALIAS =
      """
      {"id":"alias:acme:azure/prod-gpt-4o@2026-05-01T00:00:00Z#4712","bookVersion":4712,
       "orgId":"acme","provider":"azure","alias":"prod-gpt-4o",
       "effectiveFrom":"2026-05-01T00:00:00Z","recordedAt":"2026-05-02T09:30:00.123456Z",
       "target":{"provider":"azure","modelName":"gpt-4o"}}""";

  static final String ENDED =
      """
      {"id":"alias:acme:azure/prod-gpt-4o@2026-07-01T00:00:00Z#4800","bookVersion":4800,
       "orgId":"acme","provider":"azure","alias":"prod-gpt-4o",
       "effectiveFrom":"2026-07-01T00:00:00Z","recordedAt":"2026-06-30T16:00:00Z","target":null}""";

  static final String LIST = "{\"aliases\":[" + ALIAS + "]}";

  private AliasExamples() {}
}
