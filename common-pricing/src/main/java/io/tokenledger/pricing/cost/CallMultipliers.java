package io.tokenledger.pricing.cost;

import io.tokenledger.events.Serving;
import io.tokenledger.pricing.rates.Multipliers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The multipliers of one call.
 *
 * @param applied those that are not 1, and a price factor
 * @param factor their product
 * @param unknown the traits whose multiplier is not listed, such as {@code speed turbo}; they count
 *     as 1
 */
record CallMultipliers(List<AppliedMultiplier> applied, BigDecimal factor, List<String> unknown) {

  private static final CallMultipliers NONE =
      new CallMultipliers(List.of(), BigDecimal.ONE, List.of());

  private static final Multipliers.Trait[] TRAITS = Multipliers.Trait.values();

  static CallMultipliers of(Multipliers listed, Serving serving) {
    if (listed.leaves(serving)) {
      return NONE;
    }
    CallMultipliers found = NONE;
    for (Multipliers.Trait trait : TRAITS) {
      String value = trait.valueIn(serving);
      Optional<BigDecimal> factor = listed.of(trait, value);
      if (factor.isEmpty()) {
        found = found.withUnknown(trait.code() + " " + value);
      } else if (factor.get().compareTo(BigDecimal.ONE) != 0) {
        found = found.with(AppliedMultiplier.of(trait, value, factor.get()));
      }
    }
    return found;
  }

  boolean isOne() {
    return applied.isEmpty();
  }

  CallMultipliers with(AppliedMultiplier one) {
    List<AppliedMultiplier> more = new ArrayList<>(applied);
    more.add(one);
    return new CallMultipliers(List.copyOf(more), factor.multiply(one.factor()), unknown);
  }

  private CallMultipliers withUnknown(String one) {
    List<String> more = new ArrayList<>(unknown);
    more.add(one);
    return new CallMultipliers(applied, factor, List.copyOf(more));
  }
}
