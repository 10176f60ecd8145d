package io.tokenledger.service.access;

import io.tokenledger.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The text of an API token: {@code tl_} and 256 random bits in base64url. */
public final class ApiTokenSecret {

  /** Tells it from a JWT, and lets scanners of source code find one that was published. */
  public static final String PREFIX = "tl_";

  private static final int RANDOM_BYTES = 32;
  private static final int HINT_CHARACTERS = 4;
  private static final Pattern TEXT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private ApiTokenSecret() {}

  public static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** True for what can be a token, so that other texts cost no question to the database. */
  static boolean isWellFormed(String text) {
    return TEXT.matcher(text).matches();
  }

  /** What a person knows the token again by; 24 of the 256 bits. */
  public static String hint(String secret) {
    return secret.substring(0, PREFIX.length() + HINT_CHARACTERS);
  }

  /** SHA-256; 32 bytes. */
  public static byte[] hash(String secret) {
    return Sha256.of(secret.getBytes(StandardCharsets.US_ASCII));
  }
}
