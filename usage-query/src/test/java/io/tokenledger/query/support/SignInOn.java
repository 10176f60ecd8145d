package io.tokenledger.query.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tokenledger.query.signin.PasswordHashTest;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Switches sign-in on, and a page of others in, for some users with the password {@code demo}. */
public class SignInOn implements QuarkusTestResourceLifecycleManager {

  private Path users;

  @Override
  public Map<String, String> start() {
    try {
      users = Files.createTempFile("sign-in-", ".properties");
      StringBuilder lines = new StringBuilder();
      List.of("ann", "bob", "cid", "dan")
          .forEach(user -> lines.append(user + "=" + PasswordHashTest.DEMO + "\n"));
      Files.writeString(users, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "quarkus.http.host",
        "127.0.0.1",
        "quarkus.http.cors.enabled",
        "true",
        "quarkus.http.cors.origins",
        "https://chat.example.com",
        "tokenledger.sign-in.enabled",
        "true",
        "tokenledger.sign-in.users-file",
        users.toString(),
        "tokenledger.sign-in.superadmins",
        "dan",
        "tokenledger.sign-in.private-key-file",
        LedgerServers.privateKeyFile().toString());
  }

  @Override
  public void stop() {
    try {
      Files.deleteIfExists(users);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
