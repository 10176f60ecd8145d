package io.tokenledger.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Passwords and keys, made once per data directory; only their owner may read them. */
public final class Secrets {

  private static final int PASSWORD_BYTES = 24;

  private final Path directory;

  public Secrets(Path directory) {
    this.directory = directory;
  }

  public SigningKeys signingKeys() throws IOException, GeneralSecurityException {
    return SigningKeys.in(directory);
  }

  /** The password of a database role; made at the first call. */
  public String password(String role) throws IOException {
    Path file = directory.resolve(role + ".password");
    if (!Files.exists(file)) {
      writePrivately(file, randomPassword());
    }
    return Files.readString(file);
  }

  /** One that was kept here; empty when there is none. */
  public Optional<String> kept(String name) throws IOException {
    Path file = directory.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  public void keep(String name, String secret) throws IOException {
    writePrivately(directory.resolve(name), secret);
  }

  private static String randomPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Written aside and renamed: a file that is there is whole. */
  static void writePrivately(Path file, String content) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".making");
    Files.deleteIfExists(aside);
    Files.createFile(
        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(aside, content);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
