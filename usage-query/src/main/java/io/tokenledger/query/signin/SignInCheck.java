package io.tokenledger.query.signin;

import io.quarkus.runtime.StartupEvent;
import io.tokenledger.service.production.ProductionConfig;
import io.tokenledger.service.production.ProductionConfig.Mode;
import jakarta.enterprise.event.Observes;

/** Refuses to start where sign-in would open the ledger to everybody, or could not work. */
class SignInCheck {

  /** That of the demo users of the local stack, known to everyone. */
  static final String DEMO_PASSWORD = "demo";

  private final SignInConfig config;
  private final SignInUsers users;
  private final SigningKey key;
  private final ProductionConfig production;

  SignInCheck(SignInConfig config, SignInUsers users, SigningKey key, ProductionConfig production) {
    this.config = config;
    this.users = users;
    this.key = key;
    this.production = production;
  }

  void onStart(@Observes StartupEvent start) {
    if (config.enabled()) {
      requireSafe();
      key.publicHalf();
    }
  }

  /** The demo password is for development, where nothing is at stake. */
  void requireSafe() {
    if (production.mode() == Mode.PRODUCTION && users.anyHas(DEMO_PASSWORD)) {
      throw new IllegalStateException(
          "Sign-in is on and a user has the demo password: set TOKENLEDGER_SIGN_IN_ENABLED=false,"
              + " or give every user of TOKENLEDGER_SIGN_IN_USERS_FILE a password of their own."
              + " (TOKENLEDGER_MODE=development allows it where nothing is at stake.)");
    }
  }
}
