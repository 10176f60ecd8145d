package io.tokenledger.prices.http;

/** Examples of errors for the published description. */
final class ProblemExamples {

  static final String INVALID =
      """
      {"type":"about:blank","title":"Invalid body","status":400,"code":"invalid_body",
       "detail":"'rates.contextTiers[0].above' must be a whole number of tokens."}""";

  static final String UNAUTHENTICATED =
      """
      {"type":"about:blank","title":"Not signed in","status":401,"code":"unauthenticated",
       "detail":"Send a bearer token in the Authorization header."}""";

  static final String FORBIDDEN =
      """
      {"type":"about:blank","title":"Not allowed","status":403,"code":"forbidden",
       "detail":"Prices of org 'acme' are set by its owners and admins."}""";

  static final String NOT_FOUND =
      """
      {"type":"about:blank","title":"Not found","status":404,"code":"not_found",
       "detail":"Model 'house-7b' of provider 'local' has no price at that time."}""";

  static final String CONFLICT =
      """
      {"type":"about:blank","title":"Conflict","status":409,"code":"conflict",
       "detail":"Model 'gpt-4o' of provider 'azure' has a price of its own, which comes before any alias."}""";

  static final String UNAVAILABLE =
      """
      {"type":"about:blank","title":"Temporarily unavailable","status":503,"code":"unavailable",
       "detail":"The directory of members is not there yet: usage-query makes it when it starts."}""";

  private ProblemExamples() {}
}
