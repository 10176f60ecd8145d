package io.tokenledger.pricing.rates;

import io.tokenledger.events.TokenClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a price may be listed for besides units. A token class without a price of its own is billed
 * in the relation it has elsewhere to another class, or else at its parent's price: a cache read is
 * input, reasoning is output; it never falls to zero.
 */
public enum PriceComponent {
  INPUT(TokenClass.INPUT, null),
  OUTPUT(TokenClass.OUTPUT, null),
  CACHE_READ(TokenClass.CACHE_READ, INPUT),
  /** Cache writes of five minutes' lifetime, or of unknown lifetime. */
  CACHE_WRITE(TokenClass.CACHE_WRITE, INPUT),
  CACHE_WRITE_1H(TokenClass.CACHE_WRITE_1H, CACHE_WRITE),
  AUDIO_INPUT(TokenClass.AUDIO_INPUT, INPUT),
  REASONING(TokenClass.REASONING, OUTPUT),
  AUDIO_OUTPUT(TokenClass.AUDIO_OUTPUT, OUTPUT),
  EMBEDDING(TokenClass.EMBEDDING, INPUT),
  IMAGE_INPUT(TokenClass.IMAGE_INPUT, INPUT),
  IMAGE_OUTPUT(TokenClass.IMAGE_OUTPUT, OUTPUT),
  CACHE_READ_AUDIO(TokenClass.CACHE_READ_AUDIO, CACHE_READ),
  CACHE_READ_IMAGE(TokenClass.CACHE_READ_IMAGE, CACHE_READ),
  /** One fee per request, in USD; every other component is in USD per one million tokens. */
  PER_REQUEST("perRequest", null, null);

  private static final PriceComponent[] ALL = values();

  /** Providers give the price of an hour as a multiple of the input, not of five minutes. */
  private static final List<PriceComponent> HOUR = List.of(INPUT, CACHE_WRITE);

  private static final Map<TokenClass, PriceComponent> BY_TOKENS = new EnumMap<>(TokenClass.class);

  static {
    for (PriceComponent each : ALL) {
      if (each.isTokenClass()) {
        BY_TOKENS.put(each.tokens, each);
      }
    }
  }

  private final String code;
  private final TokenClass tokens;
  private final PriceComponent parent;
  private final List<PriceComponent> scales = new ArrayList<>();

  PriceComponent(TokenClass tokens, PriceComponent parent) {
    this(tokens.code(), tokens, parent);
  }

  PriceComponent(String code, TokenClass tokens, PriceComponent parent) {
    this.code = code;
    this.tokens = tokens;
    this.parent = parent;
    for (PriceComponent each = parent; each != null; each = each.parent) {
      scales.add(each);
    }
  }

  /** What the tokens of a class are billed as. */
  public static PriceComponent of(TokenClass tokens) {
    return BY_TOKENS.get(tokens);
  }

  /** Whether one of them is called so. */
  static boolean isCode(String name) {
    for (PriceComponent each : ALL) {
      if (each.code.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The name in JSON. */
  public String code() {
    return code;
  }

  /**
   * Those that a price of this class is a multiple of, the most telling first: an hour in the cache
   * is so many times the input, audio from the cache so many times a cache read.
   */
  public List<PriceComponent> scales() {
    return this == CACHE_WRITE_1H ? HOUR : scales;
  }

  /** What the tokens would have been without the cache; themselves, where there is none. */
  public PriceComponent uncached() {
    return switch (this) {
      case CACHE_READ, CACHE_WRITE, CACHE_WRITE_1H -> INPUT;
      case CACHE_READ_AUDIO -> AUDIO_INPUT;
      case CACHE_READ_IMAGE -> IMAGE_INPUT;
      default -> this;
    };
  }

  public boolean isCacheRead() {
    return this == CACHE_READ || parent == CACHE_READ;
  }

  /** Whose price holds where this class has none of its own. */
  public Optional<PriceComponent> parent() {
    return Optional.ofNullable(parent);
  }

  public boolean isTokenClass() {
    return tokens != null;
  }
}
