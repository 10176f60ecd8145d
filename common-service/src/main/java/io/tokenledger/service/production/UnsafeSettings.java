package io.tokenledger.service.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what must not be in production, each as a sentence that says what to do. */
final class UnsafeSettings {

  /** What the secrets of examples and of generated files begin with. */
  static final String INSECURE = "insecure-";

  private final List<String> found = new ArrayList<>();

  List<String> found() {
    return List.copyOf(found);
  }

  /**
   * @param secrets by the variable that sets them
   */
  void checkSecrets(Map<String, Optional<String>> secrets) {
    secrets.forEach(
        (variable, secret) -> {
          if (secret.filter(value -> value.startsWith(INSECURE)).isPresent()) {
            found.add(variable + " is the secret of an example: set one of your own.");
          }
        });
  }

  /**
   * @param protocol Kafka's {@code security.protocol}, absent for its default
   */
  void checkKafka(Optional<String> protocol, boolean plaintextAllowed) {
    String used = protocol.orElse("PLAINTEXT");
    if (!used.endsWith("SSL") && !plaintextAllowed) {
      found.add(
          "Kafka is spoken to in plain text (security.protocol "
              + used
              + "): set KAFKA_SECURITY_PROTOCOL=SASL_SSL or SSL, or say"
              + " TOKENLEDGER_KAFKA_ALLOW_PLAINTEXT=true.");
    }
  }

  void checkDatabase(DatabaseSafety database, boolean plaintextAllowed) {
    if (!database.encrypted() && !plaintextAllowed) {
      found.add(
          "The connection to PostgreSQL is not encrypted: set"
              + " TOKENLEDGER_DATABASE_SSL_MODE=verify-full and"
              + " TOKENLEDGER_DATABASE_SSL_ROOT_CERT, or say"
              + " TOKENLEDGER_DATABASE_ALLOW_PLAINTEXT=true.");
    }
    database.switchedOff().stream()
        .map(
            setting ->
                "PostgreSQL runs with "
                    + setting
                    + " = off, so that acknowledged events can be lost: turn it on.")
        .forEach(found::add);
  }
}
