package io.tokenledger.prices.http;

/** Names of the error responses that the endpoints share in the published description. */
public final class PricingApi {

  public static final String INVALID = "invalid";
  public static final String UNAUTHENTICATED = "unauthenticated";
  public static final String FORBIDDEN = "forbidden";
  public static final String NOT_FOUND = "notFound";
  static final String CONFLICT = "conflict";
  public static final String UNAVAILABLE = "unavailable";

  private PricingApi() {}
}
