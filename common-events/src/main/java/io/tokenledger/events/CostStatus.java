package io.tokenledger.events;

import java.util.Locale;

/** How the cost of an event came about. */
public enum CostStatus {
  /** Computed in full from one price version; a model listed at 0 is priced, too. */
  PRICED,
  /** Taken from the event: the producer, or the provider itself, said what the call cost. */
  PRODUCER_REPORTED,
  /** No price is known: the cost is unknown, counted as 0 in sums and shown as unpriced. */
  UNPRICED,
  /** A price version is known, but it has no price for a part of the usage. */
  PARTIAL;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name used in JSON and in the database. */
  public String code() {
    return code;
  }

  /** Whether another price book could price it, or the rest of it. */
  public boolean lacksPrice() {
    return this == UNPRICED || this == PARTIAL;
  }

  public static CostStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
