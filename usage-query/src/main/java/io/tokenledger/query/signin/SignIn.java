package io.tokenledger.query.signin;

import com.github.benmanes.caffeine.cache.Ticker;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sign-in by password, for stacks without an identity provider: count, compare, sign; and a session
 * that goes on.
 */
@ApplicationScoped
public class SignIn {

  /** Of no password; compared for names of nobody, so that they take as long. */
  private static final PasswordHash NOBODYS =
      PasswordHash.parse("pbkdf2-sha256$600000$" + "A".repeat(22) + "$" + "A".repeat(43));

  private static final Logger LOG = Logger.getLogger(SignIn.class);

  private final SignInAttempts attempts = new SignInAttempts(Ticker.systemTicker());
  private final Comparing ofUsers = new Comparing();
  private final Comparing ofNobody = new Comparing();
  private final SignInConfig config;
  private final SignInUsers users;
  private final SessionTokens tokens;

  SignIn(SignInConfig config, SignInUsers users, SessionTokens tokens) {
    this.config = config;
    this.users = users;
    this.tokens = tokens;
  }

  /** Whether anybody can sign in here; where not, the methods below fail as not found. */
  public boolean isOn() {
    return config.enabled();
  }

  /**
   * Takes some tenths of a second of one core, on purpose.
   *
   * <p>Fails as unauthenticated for a wrong pair, as too many requests after a few of them.
   */
  public SignedIn signIn(String userId, String password) {
    requireOn();
    Optional<PasswordHash> kept = users.passwordOf(userId);
    boolean matches =
        (kept.isPresent() ? ofUsers : ofNobody)
            .inTurn(() -> matches(userId, kept.orElse(NOBODYS), kept.isPresent(), password));
    if (!matches || kept.isEmpty()) {
      LOG.info("A sign-in was refused: wrong user or password.");
      throw new RefusedException(Reason.NOT_SIGNED_IN, "User or password is wrong.");
    }
    attempts.succeeded(userId);
    return tokens.sessionOf(userId);
  }

  /**
   * A new token for a session that goes on; it ends with the session.
   *
   * <p>Fails as unauthenticated when the session is over, was not begun here, or is of someone who
   * may not sign in any more.
   *
   * @param session as {@link SignedIn} had it; absent when there is none, as is the answer then
   */
  public Optional<SignedIn> resume(Optional<String> session) {
    requireOn();
    return session.map(this::resumed);
  }

  private SignedIn resumed(String session) {
    return tokens
        .runningIn(session)
        .filter(running -> users.passwordOf(running.userId()).isPresent())
        .map(running -> tokens.resumed(running, session))
        .orElseThrow(() -> new RefusedException(Reason.NOT_SIGNED_IN, "No session: sign in."));
  }

  private void requireOn() {
    if (!config.enabled()) {
      throw new RefusedException(Reason.MISSING, "Sign-in by password is off.");
    }
  }

  /** A try counts when it is its turn: who is refused before has tried nothing. */
  private boolean matches(String userId, PasswordHash kept, boolean known, String password) {
    if (!attempts.isAllowed(userId, known)) {
      throw new RefusedException(
          Reason.TOO_OFTEN, "Too many attempts for this user: try again in 15 minutes.");
    }
    return kept.isOf(password);
  }

  /**
   * A session.
   *
   * @param token a JWT as every service takes it
   * @param session what the session is resumed with, and good for nothing else
   */
  public record SignedIn(String token, String session, Instant expiresAt) {

    /** Without the secrets, wherever it may be written. */
    @Override
    public String toString() {
      return "SignedIn[until " + expiresAt + "]";
    }
  }
}
