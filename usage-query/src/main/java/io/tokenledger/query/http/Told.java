package io.tokenledger.query.http;

import java.util.Optional;

/** Absent texts are empty in the ledger, and null in answers. */
public final class Told {

  private Told() {}

  public static Optional<String> of(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
