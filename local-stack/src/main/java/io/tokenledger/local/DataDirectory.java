package io.tokenledger.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Everything one local stack keeps: data, logs, secrets, and the state of its processes. */
public record DataDirectory(Path root) {

  public DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  /** Of what chat-gateway has still to tell. */
  public Path gatewayJournal() {
    return root.resolve("gateway-journal");
  }

  /** Of what usage-ingest has said that it has, and Kafka has not. */
  public Path intakeJournal() {
    return root.resolve("intake-journal");
  }

  public Path secrets() {
    return root.resolve("secrets");
  }

  /** Who may sign in by password; absent where nobody may. */
  public Path signInUsers() {
    return secrets().resolve("sign-in-users.properties");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** What a stack in the background says while it starts. */
  public Path screen() {
    return logs().resolve("up.out");
  }

  /** Remembers up to when the demo has a history. */
  public Path demoHistory() {
    return root.resolve("demo-history");
  }

  public Path stateFile() {
    return root.resolve("state.json");
  }

  Path lockFile() {
    return root.resolve("up.lock");
  }

  /** Makes the folders; only their owner may look into them. */
  public DataDirectory create() {
    try {
      for (Path folder : new Path[] {root, secrets(), logs()}) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
