package io.tokenledger.query.signin;

import io.tokenledger.query.signin.SignIn.SignedIn;
import java.time.Instant;

/**
 * Who is signed in gets this.
 *
 * @param token to be sent as {@code Authorization: Bearer}
 */
public record SessionAnswer(String token, Instant expiresAt) {

  static SessionAnswer of(SignedIn signedIn) {
    return new SessionAnswer(signedIn.token(), signedIn.expiresAt());
  }

  @Override
  public String toString() {
    return "SessionAnswer[until " + expiresAt + "]";
  }
}
