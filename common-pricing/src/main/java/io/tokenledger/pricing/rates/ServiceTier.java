package io.tokenledger.pricing.rates;

import java.util.Locale;

/** How a call was served, as the provider's response says. */
public enum ServiceTier {
  STANDARD,
  /** Half of everything that is counted in tokens, where the list has no batch prices. */
  BATCH,
  FLEX,
  PRIORITY;

  private static final ServiceTier[] ALL = values();

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The name in JSON. */
  public String code() {
    return code;
  }

  /** Any text that names no tier we know is the standard tier. */
  public static ServiceTier ofCode(String code) {
    for (ServiceTier each : ALL) {
      if (each.code.equals(code)) {
        return each;
      }
    }
    return STANDARD;
  }
}
