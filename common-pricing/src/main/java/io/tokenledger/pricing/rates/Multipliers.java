package io.tokenledger.pricing.rates;

import io.tokenledger.events.Serving;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the token prices of a call are multiplied by for the way it was served, such as 1.1 for an
 * inference that stays in the US. Multipliers of several traits stack. They touch neither units nor
 * the fee per request.
 *
 * @param byTrait by the trait, then by its value in the usage; each above 0
 */
public record Multipliers(Map<Trait, Map<String, BigDecimal>> byTrait) {

  public static final Multipliers NONE = new Multipliers(Map.of());

  private static final Pattern VALUE = Pattern.compile("[a-z][a-z0-9_-]*");

  public Multipliers {
    EnumMap<Trait, Map<String, BigDecimal>> copy = new EnumMap<>(Trait.class);
    byTrait.forEach(
        (trait, byValue) -> {
          if (!byValue.isEmpty()) {
            copy.put(trait, factors(byValue));
          }
        });
    byTrait = Collections.unmodifiableMap(copy);
  }

  /** Whether a {@link Serving} may say so. */
  public static boolean isValue(String text) {
    return text.length() <= UsageLimits.MAX_SERVING && VALUE.matcher(text).matches();
  }

  /** Whether nothing is multiplied, nor unknown: for nearly every call, without a look at a map. */
  public boolean leaves(Serving serving) {
    return byTrait.isEmpty() && isOrdinary(serving.speed()) && isOrdinary(serving.inferenceGeo());
  }

  /** Without one that is listed, 1 for an ordinary value, and unknown for any other. */
  public Optional<BigDecimal> of(Trait trait, String value) {
    BigDecimal listed = byTrait.getOrDefault(trait, Map.of()).get(value);
    return listed == null && isOrdinary(value)
        ? Optional.of(BigDecimal.ONE)
        : Optional.ofNullable(listed);
  }

  /** What an ordinary call has, whether its provider says so or nothing at all. */
  private static boolean isOrdinary(String value) {
    return value.isEmpty()
        || value.equals("standard")
        || value.equals("global")
        || value.equals("not_available");
  }

  private static Map<String, BigDecimal> factors(Map<String, BigDecimal> byValue) {
    TreeMap<String, BigDecimal> copy = new TreeMap<>();
    byValue.forEach((value, factor) -> copy.put(value, checked(factor)));
    return Collections.unmodifiableMap(copy);
  }

  private static BigDecimal checked(BigDecimal factor) {
    if (factor.signum() <= 0) {
      throw new IllegalArgumentException("A multiplier is not above 0: " + factor);
    }
    return factor.stripTrailingZeros();
  }

  /** What of a {@link Serving} multiplies prices. */
  public enum Trait {
    INFERENCE_GEO("inferenceGeo", Serving::inferenceGeo),
    SPEED("speed", Serving::speed);

    private final String code;
    private final Function<Serving, String> value;

    Trait(String code, Function<Serving, String> value) {
      this.code = code;
      this.value = value;
    }

    /** The name in JSON, as in the event. */
    public String code() {
      return code;
    }

    public String valueIn(Serving serving) {
      return value.apply(serving);
    }
  }
}
