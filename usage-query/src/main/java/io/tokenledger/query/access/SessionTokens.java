package io.tokenledger.query.access;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import io.tokenledger.query.SignIn.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs the JWT of a session. It names a user and no groups: roles come from the directory. */
@ApplicationScoped
class SessionTokens {

  private static final String AUDIENCE = "tokenledger";

  private final Clock clock = Clock.systemUTC();
  private final SignInConfig config;
  private final String issuer;

  SessionTokens(SignInConfig config, @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
    this.config = config;
    this.issuer = issuer;
  }

  SignedIn sessionOf(String userId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(config.lifetime());
    String token =
        Jwt.issuer(issuer)
            .audience(AUDIENCE)
            .subject(userId)
            .upn(userId)
            .issuedAt(now)
            .expiresAt(end)
            .sign(privateKey());
    return new SignedIn(token, end);
  }

  /** Read anew for each session, so that the key stays in memory no longer than it is used. */
  PrivateKey privateKey() {
    try {
      String pem =
          Files.readString(
              config
                  .privateKeyFile()
                  .orElseThrow(
                      () ->
                          new IllegalStateException(
                              "Sign-in is on: set TOKENLEDGER_SIGN_IN_PRIVATE_KEY_FILE to the key"
                                  + " that signs sessions.")));
      return KeyUtils.decodePrivateKey(pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The key that signs sessions cannot be read", e);
    }
  }
}
