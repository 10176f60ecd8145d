package io.tokenledger.query.directory.http;

/** Answers and bodies as they look, for the API description. */
public final class DirectoryExamples {

  static final String ORG_BODY =
      """
      {"name":"Acme Inc.","timeZone":"Europe/Berlin","currencyLabel":"USD","retentionDays":365}""";

  static final String ORG =
      """
      {"orgId":"acme","name":"Acme Inc.","timeZone":"Europe/Berlin","currencyLabel":"USD",
       "retentionDays":365,"createdAt":"2026-03-01T10:00:00Z"}""";

  static final String ORGS = "{\"orgs\":[" + ORG + "],\"nextCursor\":null}";

  public static final String BUDGET_BODY = "{\"monthlyUsd\":\"500.00\"}";

  public static final String BUDGET =
      """
      {"monthlyUsd":"500.00","spentUsd":"12.345678901","month":"2026-03"}""";

  static final String MEMBER_BODY =
      """
      {"role":"admin","name":"Ann Lee","email":"ann@acme.example"}""";

  static final String MEMBER =
      """
      {"userId":"ann","name":"Ann Lee","email":"ann@acme.example","role":"admin",
       "since":"2026-03-01T10:00:00Z"}""";

  static final String MEMBERS = "{\"members\":[" + MEMBER + "],\"nextCursor\":null}";
  static final String IMPORTED = "{\"imported\":1,\"members\":[" + MEMBER + "]}";

  static final String IMPORT_JSON =
      """
      [{"userId":"ann","role":"admin","name":"Ann Lee","email":"ann@acme.example"},
       {"userId":"bob","role":"member"}]""";

  static final String IMPORT_CSV =
      """
      userId,role,name,email
      ann,admin,Ann Lee,ann@acme.example
      bob,member,,
      """;

  public static final String API_TOKEN_BODY =
      """
      {"name":"gateway","scopes":["events:write"],"expiresAt":"2027-01-31T00:00:00Z"}""";

  static final String API_TOKEN =
      """
      {"tokenId":"2f9d6a0e-6d6e-4b0c-9f5a-0f7c2b1d4e6f","name":"gateway","hint":"tl_Qm3x",
       "scopes":["events:write"],"createdBy":"ann","createdAt":"2026-03-01T10:00:00Z",
       "expiresAt":"2027-01-31T00:00:00Z","lastUsedAt":null}""";

  public static final String API_TOKENS = "{\"apiTokens\":[" + API_TOKEN + "]}";
  public static final String API_TOKEN_CREATED =
      "{\"token\":\"tl_Qm3x...\",\"apiToken\":" + API_TOKEN + "}";

  private DirectoryExamples() {}
}
