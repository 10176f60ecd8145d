package io.tokenledger.query.signin;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A kept password: {@code pbkdf2-sha256$ITERATIONS$SALT$HASH}, salt and hash in base64 without
 * padding (PBKDF2 of RFC 8018 with HMAC-SHA-256). OWASP recommends 600,000 iterations.
 */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {

  private static final int MIN_ITERATIONS = 100_000;
  private static final int MAX_ITERATIONS = 10_000_000;
  private static final Pattern TEXT =
      Pattern.compile("pbkdf2-sha256\\$([0-9]{1,8})\\$([A-Za-z0-9+/]{16,})\\$([A-Za-z0-9+/]{43})");

  /**
   * @throws IllegalArgumentException when it is not such a text, or is too weak
   */
  static PasswordHash parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (parts.matches()) {
      int iterations = Integer.parseInt(parts.group(1));
      if (iterations >= MIN_ITERATIONS && iterations <= MAX_ITERATIONS) {
        Base64.Decoder decoder = Base64.getDecoder();
        return new PasswordHash(
            iterations, decoder.decode(parts.group(2)), decoder.decode(parts.group(3)));
      }
    }
    throw new IllegalArgumentException(
        "A password is kept as pbkdf2-sha256$ITERATIONS$SALT$HASH with at least "
            + MIN_ITERATIONS
            + " iterations");
  }

  /** Takes as long for a wrong password as for the right one. */
  boolean isOf(String password) {
    return MessageDigest.isEqual(hash, derive(password));
  }

  private byte[] derive(String password) {
    try {
      PBEKeySpec spec =
          new PBEKeySpec(password.toCharArray(), salt, iterations, hash.length * Byte.SIZE);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has PBKDF2 with SHA-256", e);
    }
  }
}
