package io.tokenledger.pricing;

import java.util.Optional;

/**
 * What a price may be listed for besides units. A token class without a price of its own is billed
 * at its parent's: a cache read is input, reasoning is output; it never falls to zero.
 */
public enum PriceComponent {
  INPUT("input", null),
  OUTPUT("output", null),
  CACHE_READ("cacheRead", INPUT),
  /** Cache writes of five minutes' lifetime, or of unknown lifetime. */
  CACHE_WRITE("cacheWrite", INPUT),
  CACHE_WRITE_1H("cacheWrite1h", CACHE_WRITE),
  AUDIO_INPUT("audioInput", INPUT),
  REASONING("reasoning", OUTPUT),
  AUDIO_OUTPUT("audioOutput", OUTPUT),
  EMBEDDING("embedding", INPUT),
  /** One fee per request, in USD; every other component is in USD per one million tokens. */
  PER_REQUEST("perRequest", null);

  private static final PriceComponent[] ALL = values();

  private final String code;
  private final PriceComponent parent;

  PriceComponent(String code, PriceComponent parent) {
    this.code = code;
    this.parent = parent;
  }

  /** The name in JSON. */
  public String code() {
    return code;
  }

  /** Whose price holds where this class has none of its own. */
  public Optional<PriceComponent> parent() {
    return Optional.ofNullable(parent);
  }

  public boolean isTokenClass() {
    return this != PER_REQUEST;
  }

  public static Optional<PriceComponent> ofCode(String code) {
    for (PriceComponent each : ALL) {
      if (each.code.equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
