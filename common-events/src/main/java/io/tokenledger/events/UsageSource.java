package io.tokenledger.events;

import java.util.Locale;

/** Where the counts of an event come from. */
public enum UsageSource {
  /** The provider reported them. */
  REPORTED,
  /** The call ended early: what was reported until then. */
  PARTIAL,
  /** The producer counted them itself. */
  ESTIMATED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name used in JSON and in the database. */
  public String code() {
    return code;
  }
}
