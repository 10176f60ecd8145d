package io.tokenledger.gateway.keys;

import java.util.Optional;

/**
 * A key in the hands of who calls with it.
 *
 * @param secret by which it is asked whether it is one still; never logged; empty where a person
 *     calls, who is signed in
 */
public record HeldKey(CallKey key, Optional<String> secret) {

  /** Of a member who is signed in. */
  public static HeldKey ofPerson(CallKey key) {
    return new HeldKey(key, Optional.empty());
  }

  /** Without the secret, which must not come into a log. */
  @Override
  public String toString() {
    return "HeldKey[" + key + "]";
  }
}
