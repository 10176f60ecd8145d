package io.tokenledger.prices;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The public lists that can be synced, in the order of precedence, the first one first. Where two
 * list the same model, the provider's own list goes before a collection of others' prices.
 */
public enum PriceSource {
  /** OpenRouter's own prices, of provider {@code openrouter} only. */
  OPENROUTER("openrouter"),

  /** LiteLLM's collection of the prices of many providers. */
  LITELLM("litellm");

  private final String code;

  PriceSource(String code) {
    this.code = code;
  }

  /** The source's name in the API, in price versions and in settings. */
  public String code() {
    return code;
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(PriceSource::code).toList();
  }

  public static Optional<PriceSource> ofCode(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  /** Whether this list may take over a price that {@code other} listed. */
  public boolean goesBefore(PriceSource other) {
    return ordinal() <= other.ordinal();
  }
}
