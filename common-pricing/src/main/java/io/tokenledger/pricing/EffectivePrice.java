package io.tokenledger.pricing;

import java.util.Optional;

/**
 * What a call is charged at.
 *
 * @param version its rates are present
 * @param factor of every rate of the version; its own factor is present. None on a contract price
 */
public record EffectivePrice(PriceVersion version, Optional<PriceFactor> factor) {}
