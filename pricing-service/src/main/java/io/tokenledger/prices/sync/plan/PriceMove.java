package io.tokenledger.prices.sync.plan;

import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One component whose listed price differs between two versions. Pure.
 *
 * @param component as its path in the JSON of rates
 * @param from USD as listed before; empty when it was not listed
 * @param to USD as listed now; empty when it no longer is
 * @param isLarge whether a person should look at it first
 */
record PriceMove(
    String component, Optional<BigDecimal> from, Optional<BigDecimal> to, boolean isLarge) {

  /**
   * Every difference, in the order of the components. A move is large when the price that is
   * charged changes by more than {@code factor}, from or to zero, or to no price at all. A class
   * that had none of its own was charged at its parent's: that is what it is compared with. Only a
   * discount that is listed for the first time, such as one for cache reads, may be of any size
   * above zero.
   */
  static List<PriceMove> between(Rates from, Rates to, BigDecimal factor) {
    List<PriceMove> moves = new ArrayList<>(tokenMoves(from, to, factor));
    moves.addAll(amounts(fee(from), fee(to), factor));
    moves.addAll(amounts(units(from), units(to), factor));
    moves.addAll(amounts(multipliers(from), multipliers(to), factor));
    return moves;
  }

  private static List<PriceMove> tokenMoves(Rates from, Rates to, BigDecimal factor) {
    Map<RatePath, BigDecimal> before = RatePath.flatten(from);
    Map<RatePath, BigDecimal> after = RatePath.flatten(to);
    Set<RatePath> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    List<PriceMove> moves = new ArrayList<>();
    for (RatePath path : paths) {
      Optional<BigDecimal> old = Optional.ofNullable(before.get(path));
      Optional<BigDecimal> listed = Optional.ofNullable(after.get(path));
      if (!old.equals(listed)) {
        boolean large =
            isLarge(path.effectiveIn(before), path.effectiveIn(after), old.isEmpty(), factor);
        moves.add(new PriceMove(path.name(), old, listed, large));
      }
    }
    return moves;
  }

  private static boolean isLarge(
      Optional<BigDecimal> charged, Optional<BigDecimal> next, boolean isNew, BigDecimal factor) {
    if (charged.isEmpty()) {
      return false; // It was unpriced: any price is better known than none.
    }
    if (next.isEmpty()) {
      return true;
    }
    boolean newDiscount =
        isNew && next.get().signum() > 0 && next.get().compareTo(charged.get()) <= 0;
    return !newDiscount && isBeyond(charged.get(), next.get(), factor);
  }

  private static boolean isBeyond(BigDecimal from, BigDecimal to, BigDecimal factor) {
    if (from.signum() == 0 || to.signum() == 0) {
      return from.signum() != to.signum();
    }
    return to.compareTo(from.multiply(factor)) > 0 || from.compareTo(to.multiply(factor)) > 0;
  }

  /** A fee that is not listed is none: a new one comes from zero. */
  private static Map<String, BigDecimal> fee(Rates rates) {
    return Map.of("perRequest", rates.perRequest().orElse(BigDecimal.ZERO));
  }

  private static Map<String, BigDecimal> units(Rates rates) {
    Map<String, BigDecimal> units = new TreeMap<>();
    rates.units().forEach((unit, price) -> units.put("units." + unit, price));
    return units;
  }

  /** Without one, a call that was served so is priced in part: any is better known than none. */
  private static Map<String, BigDecimal> multipliers(Rates rates) {
    Map<String, BigDecimal> multipliers = new TreeMap<>();
    rates
        .multipliers()
        .byTrait()
        .forEach(
            (trait, factors) ->
                factors.forEach(
                    (value, factor) ->
                        multipliers.put("multipliers." + trait.code() + "." + value, factor)));
    return multipliers;
  }

  private static List<PriceMove> amounts(
      Map<String, BigDecimal> before, Map<String, BigDecimal> after, BigDecimal factor) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<PriceMove> moves = new ArrayList<>();
    for (String name : names) {
      Optional<BigDecimal> old = Optional.ofNullable(before.get(name));
      Optional<BigDecimal> listed = Optional.ofNullable(after.get(name));
      if (!old.equals(listed)) {
        moves.add(new PriceMove(name, old, listed, isLarge(old, listed, false, factor)));
      }
    }
    return moves;
  }
}
