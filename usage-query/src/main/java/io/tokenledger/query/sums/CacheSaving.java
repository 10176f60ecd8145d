package io.tokenledger.query.sums;

import io.tokenledger.events.CappedSum;
import io.tokenledger.events.TokenCounts;
import java.math.BigDecimal;

/**
 * What caching is known to have saved.
 *
 * @param nanos in nano-dollars, exact; below 0 when writing cost more than reading saved
 * @param tokens cached tokens, read and written, of which it is known
 */
public record CacheSaving(BigDecimal nanos, long tokens) {

  public static final CacheSaving NONE = new CacheSaving(BigDecimal.ZERO, 0);

  public CacheSaving plus(CacheSaving other) {
    return new CacheSaving(nanos.add(other.nanos), CappedSum.of(tokens, other.tokens));
  }

  /**
   * Cached tokens of which it is not known what they saved.
   *
   * @param all of the same events
   */
  public long unknownOf(TokenCounts all) {
    return Math.max(0, all.cached() - tokens);
  }
}
