package io.tokenledger.prices.http;

/** Names of the error responses that the endpoints share in the published description. */
final class PricingApi {

  static final String INVALID = "invalid";
  static final String UNAUTHENTICATED = "unauthenticated";
  static final String FORBIDDEN = "forbidden";
  static final String NOT_FOUND = "notFound";
  static final String CONFLICT = "conflict";
  static final String UNAVAILABLE = "unavailable";

  private PricingApi() {}
}
