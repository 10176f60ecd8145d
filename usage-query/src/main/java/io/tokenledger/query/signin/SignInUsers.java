package io.tokenledger.query.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Who may sign in by password; read once. */
@ApplicationScoped
class SignInUsers {

  private final Map<String, PasswordHash> hashByUser;

  SignInUsers(SignInConfig config) {
    this.hashByUser =
        config.enabled()
            ? read(
                config
                    .usersFile()
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                "Sign-in is on: set TOKENLEDGER_SIGN_IN_USERS_FILE to the file of"
                                    + " its users, or TOKENLEDGER_SIGN_IN_ENABLED=false.")))
            : Map.of();
  }

  Optional<PasswordHash> passwordOf(String userId) {
    return Optional.ofNullable(hashByUser.get(userId));
  }

  /** Whether anybody has this password; what is kept alike is tried once. */
  boolean anyHas(String password) {
    Map<String, PasswordHash> different = new HashMap<>();
    hashByUser.values().forEach(hash -> different.put(Arrays.toString(hash.hash()), hash));
    return different.values().stream().anyMatch(hash -> hash.isOf(password));
  }

  private static Map<String, PasswordHash> read(Path file) {
    Properties lines = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      lines.load(text);
    } catch (IOException e) {
      throw new IllegalStateException("The users of sign-in cannot be read from " + file, e);
    }
    Map<String, PasswordHash> users = new HashMap<>();
    lines
        .stringPropertyNames()
        .forEach(user -> users.put(user, PasswordHash.parse(lines.getProperty(user))));
    return users;
  }
}
