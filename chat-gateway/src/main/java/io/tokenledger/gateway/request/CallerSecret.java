package io.tokenledger.gateway.request;

import io.tokenledger.gateway.request.client.Query;
import io.tokenledger.service.access.ApiTokenSecret;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The API token of the ledger that a call brings.
 *
 * @param secret never logged
 * @param bringsOwnKey whether the token came in a header of ours, so that the provider's own header
 *     is the caller's and goes upstream as it is
 */
public record CallerSecret(String secret, boolean bringsOwnKey) {

  /** Of a call of the gateway's own. */
  public static final CallerSecret NONE = new CallerSecret("", false);

  private static final String BEARER = "bearer ";

  /**
   * @param query without the question mark; null when there is none
   */
  public static Optional<CallerSecret> of(MultiMap headers, String query) {
    String token = headers.get("x-tokenledger-token");
    if (token != null && !token.isBlank()) {
      return Optional.of(new CallerSecret(token.strip(), true));
    }
    List<String> secrets = new ArrayList<>();
    for (String authorization : headers.getAll("authorization")) {
      if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
        secrets.add(authorization.substring(BEARER.length()).strip());
      }
    }
    for (String name : Headers.KEYS) {
      headers.getAll(name).forEach(secret -> secrets.add(secret.strip()));
    }
    Query.of(query).key().ifPresent(secrets::add);
    return secrets.stream()
        .filter(secret -> secret.startsWith(ApiTokenSecret.PREFIX))
        .findFirst()
        .or(() -> secrets.stream().filter(secret -> !secret.isEmpty()).findFirst())
        .map(secret -> new CallerSecret(secret, false));
  }

  /** Whether a header's value is a token of the ledger, which no provider must see. */
  static boolean isOurs(String value) {
    boolean bearer = value.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return value
        .substring(bearer ? BEARER.length() : 0)
        .stripLeading()
        .startsWith(ApiTokenSecret.PREFIX);
  }

  /** Without the secret, which must not come into a log. */
  @Override
  public String toString() {
    return "CallerSecret[bringsOwnKey=" + bringsOwnKey + "]";
  }
}
