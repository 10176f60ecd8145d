package io.tokenledger.prices;

import io.tokenledger.pricing.ModelAlias;
import io.tokenledger.pricing.PriceFactor;
import io.tokenledger.pricing.PriceVersion;
import java.util.List;

/**
 * Entries of the book up to one of its numbers, in the order of the numbers.
 *
 * @param line of the book; another one than before, when its numbers begin anew
 * @param bookVersion nothing up to this number is missing; 0 when nothing is recorded
 */
public record BookEntries(
    String line,
    long bookVersion,
    List<PriceVersion> versions,
    List<ModelAlias> aliases,
    List<PriceFactor> factors) {}
