package io.tokenledger.query.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts attempts to sign in, per user: after some wrong ones nobody gets another for a while, not
 * even with the right password. Names of nobody are counted too, so that the answer does not tell
 * who exists; they cannot push out the counts of users.
 */
final class SignInAttempts {

  static final int ALLOWED = 5;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int MAX_UNKNOWN = 10_000;

  private final Cache<String, AtomicInteger> ofUsers;
  private final Cache<String, AtomicInteger> ofNobody;

  SignInAttempts(Ticker ticker) {
    this.ofUsers = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(WINDOW).build();
    this.ofNobody =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(WINDOW)
            .maximumSize(MAX_UNKNOWN)
            .build();
  }

  /** Counted before the password is looked at, so that attempts at once count each. */
  boolean isAllowed(String userId, boolean known) {
    return (known ? ofUsers : ofNobody).get(userId, user -> new AtomicInteger()).incrementAndGet()
        <= ALLOWED;
  }

  void succeeded(String userId) {
    ofUsers.invalidate(userId);
  }
}
