package io.tokenledger.local.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The file of who may sign in by password, as usage-query reads it: {@code user=hash}. */
public final class PasswordFile {

  /** As OWASP recommends for PBKDF2 with HMAC-SHA-256. */
  private static final int ITERATIONS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private PasswordFile() {}

  /** Replaces the file; all of the users have the same password, hashed once. */
  public static void write(Path file, List<String> userIds, String password) throws IOException {
    String hash = hash(password);
    Secrets.writePrivately(
        file, userIds.stream().map(user -> user + "=" + hash + "\n").collect(Collectors.joining()));
  }

  static String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
      return String.join(
          "$",
          "pbkdf2-sha256",
          Integer.toString(ITERATIONS),
          base64.encodeToString(salt),
          base64.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has PBKDF2 with SHA-256", e);
    }
  }
}
