package io.tokenledger.query.sums.http;

import io.tokenledger.events.Money;
import io.tokenledger.query.sums.UsageSums;

/**
 * What caching saved: what the tokens read from the cache and written to it would have cost without
 * one, less what they cost.
 *
 * @param usd the exact sum in dollars, nine decimals; below 0 when writing cost more than reading
 *     saved
 * @param unknownTokens cached tokens that are not in the sum, as it is not known what they saved
 */
public record CacheSaved(String usd, long unknownTokens) {

  public static CacheSaved of(UsageSums sums) {
    return new CacheSaved(
        Money.usdTextFromNanos(sums.cacheSaving().nanos()),
        sums.cacheSaving().unknownOf(sums.tokens()));
  }
}
