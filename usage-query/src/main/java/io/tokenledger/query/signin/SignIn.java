package io.tokenledger.query.signin;

import java.time.Instant;
import java.util.Optional;

/** Sign-in by password, for stacks without an identity provider. */
public interface SignIn {

  /** Whether anybody can sign in here; where not, the methods below fail as not found. */
  boolean isOn();

  /**
   * Takes some tenths of a second of one core, on purpose.
   *
   * <p>Fails as unauthenticated for a wrong pair, as too many requests after a few of them.
   */
  SignedIn signIn(String userId, String password);

  /**
   * A new token for a session that goes on; it ends with the session.
   *
   * <p>Fails as unauthenticated when the session is over, was not begun here, or is of someone who
   * may not sign in any more.
   *
   * @param session as {@link SignedIn} had it; absent when there is none, as is the answer then
   */
  Optional<SignedIn> resume(Optional<String> session);

  /**
   * A session.
   *
   * @param token a JWT as every service takes it
   * @param session what the session is resumed with, and good for nothing else
   */
  record SignedIn(String token, String session, Instant expiresAt) {

    /** Without the secrets, wherever it may be written. */
    @Override
    public String toString() {
      return "SignedIn[until " + expiresAt + "]";
    }
  }
}
