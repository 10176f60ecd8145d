package io.tokenledger.service.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what must not be in production, each as a sentence that says what to do. */
final class UnsafeSettings {

  /** What the secrets of examples and of generated files begin with. */
  static final String INSECURE = "insecure-";

  /** With 100 connections, seven queries at once over 1,826 days of four relations each. */
  static final int MIN_LOCKS = 512;

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

  /** Whoever can change the keys on their way signs in as anybody. */
  void checkKeys(String location) {
    if (location.toLowerCase(Locale.ROOT).startsWith("http:")) {
      found.add(
          "The keys of the tokens are fetched by plain http: set TOKENLEDGER_JWT_PUBLIC_KEY to an"
              + " https URL or a file.");
    }
  }

  /**
   * @param sslMode {@code TOKENLEDGER_DATABASE_SSL_MODE}
   */
  void checkDatabase(DatabaseSafety database, String sslMode, boolean plaintextAllowed) {
    if (!database.encrypted() && !plaintextAllowed) {
      found.add(
          "The connection to PostgreSQL is not encrypted: set"
              + " TOKENLEDGER_DATABASE_SSL_MODE=verify-full and"
              + " TOKENLEDGER_DATABASE_SSL_ROOT_CERT, or say"
              + " TOKENLEDGER_DATABASE_ALLOW_PLAINTEXT=true.");
    }
    if (database.encrypted() && !sslMode.startsWith("verify-") && !plaintextAllowed) {
      found.add(
          "The connection to PostgreSQL is encrypted, but nobody checks by whom: set"
              + " TOKENLEDGER_DATABASE_SSL_MODE=verify-full.");
    }
    database.forgetful().stream()
        .map(
            setting ->
                "PostgreSQL runs with "
                    + setting
                    + ", so that acknowledged events can be lost: turn it on.")
        .forEach(found::add);
    if (database.locksPerTransaction() < MIN_LOCKS) {
      found.add(
          "PostgreSQL runs with max_locks_per_transaction = "
              + database.locksPerTransaction()
              + ": a query over five years of days holds 7,300 locks, and some at once would stop"
              + " all. Set it to at least "
              + MIN_LOCKS
              + ".");
    }
  }
}
