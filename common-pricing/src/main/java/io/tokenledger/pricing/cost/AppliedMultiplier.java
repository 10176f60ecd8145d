package io.tokenledger.pricing.cost;

import io.tokenledger.pricing.Multipliers;
import java.math.BigDecimal;

/**
 * Why the token prices of a call are not those of the list.
 *
 * @param value what the usage says of the trait, such as {@code us}
 */
public record AppliedMultiplier(Multipliers.Trait trait, String value, BigDecimal factor) {}
