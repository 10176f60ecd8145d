package io.tokenledger.query.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Refuses to start where sign-in would open the ledger to everybody, or could not work. */
class SignInCheck {

  /** That of the demo users of the local stack, known to everyone. */
  static final String DEMO_PASSWORD = "demo";

  private final SignInConfig config;
  private final SignInUsers users;
  private final SigningKey key;
  private final String host;

  SignInCheck(SignInConfig config, SignInUsers users, SigningKey key, ListenAddress address) {
    this.config = config;
    this.users = users;
    this.key = key;
    this.host = address.host();
  }

  void onStart(@Observes StartupEvent start) {
    if (config.enabled()) {
      requireSafe();
      key.publicHalf();
    }
  }

  /** The demo password is good enough for what nobody else can reach. */
  void requireSafe() {
    if (!isLoopback(host) && users.anyHas(DEMO_PASSWORD)) {
      throw new IllegalStateException(
          "Sign-in is on, a user has the demo password, and the service listens on "
              + host
              + ": set TOKENLEDGER_SIGN_IN_ENABLED=false, or give every user of"
              + " TOKENLEDGER_SIGN_IN_USERS_FILE a password of their own, or set"
              + " TOKENLEDGER_HTTP_HOST=127.0.0.1.");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
