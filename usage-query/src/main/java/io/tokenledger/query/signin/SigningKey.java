package io.tokenledger.query.signin;

import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;

/** The key that sessions are signed with. */
@ApplicationScoped
class SigningKey {

  private final SignInConfig config;

  SigningKey(SignInConfig config) {
    this.config = config;
  }

  /** Read anew for each session, so that the key stays in memory no longer than it is used. */
  PrivateKey privateHalf() {
    try {
      return KeyUtils.decodePrivateKey(Files.readString(file()));
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  PublicKey publicHalf() {
    try {
      RSAPrivateCrtKey key = (RSAPrivateCrtKey) privateHalf();
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  private Path file() {
    return config
        .privateKeyFile()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Sign-in is on: set TOKENLEDGER_SIGN_IN_PRIVATE_KEY_FILE to the key that signs"
                        + " sessions."));
  }

  private static IllegalStateException unreadable(Exception cause) {
    return new IllegalStateException("The key that signs sessions cannot be read", cause);
  }
}
