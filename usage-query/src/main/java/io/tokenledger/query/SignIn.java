package io.tokenledger.query;

import java.time.Instant;

/** Sign-in by password, for stacks without an identity provider. */
public interface SignIn {

  /**
   * Takes some tenths of a second of one core, on purpose.
   *
   * <p>Fails as unauthenticated for a wrong pair, as too many requests after a few of them, as not
   * found where sign-in is off.
   */
  SignedIn signIn(String userId, String password);

  /**
   * A session.
   *
   * @param token a JWT as every service takes it
   */
  record SignedIn(String token, Instant expiresAt) {}
}
