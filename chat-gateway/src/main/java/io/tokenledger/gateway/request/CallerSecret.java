package io.tokenledger.gateway.request;

import io.vertx.core.MultiMap;
import java.util.Optional;

/**
 * The API token of the ledger that a call brings.
 *
 * @param secret never logged
 * @param bringsOwnKey whether the token came in a header of ours, so that the provider's own header
 *     is the caller's and goes upstream as it is
 */
public record CallerSecret(String secret, boolean bringsOwnKey) {

  /**
   * @param query without the question mark; null when there is none
   */
  public static Optional<CallerSecret> of(MultiMap headers, String query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    return "CallerSecret[bringsOwnKey=" + bringsOwnKey + "]";
  }
}
