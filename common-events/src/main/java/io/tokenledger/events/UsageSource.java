package io.tokenledger.events;

import java.util.Locale;

/** Where the counts of an event come from. */
public enum UsageSource {
  /** The provider reported them, whole. */
  REPORTED,
  /**
   * What is known of them: the call ended early, or the provider's usage block leaves something
   * open (a part exceeded its total, a total is missing, another model's tokens are not counted).
   */
  PARTIAL,
  /** The producer counted them itself. */
  ESTIMATED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name used in JSON and in the database. */
  public String code() {
    return code;
  }
}
