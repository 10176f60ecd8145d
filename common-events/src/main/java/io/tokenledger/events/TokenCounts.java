package io.tokenledger.events;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * How many tokens of each {@link TokenClass}: of one model call, or of a sum of calls.
 *
 * <p>Of one call, every count is between 0 and {@link UsageLimits#MAX_TOKENS}, and no sum of
 * disjoint parts exceeds its total.
 */
public final class TokenCounts {

  public static final TokenCounts NONE = inOrder();

  /** By the ordinals of the classes. */
  private final long[] counts;

  private TokenCounts(long[] counts) {
    this.counts = counts;
  }

  /**
   * @param count asked once for each class, in order
   */
  public static TokenCounts of(ToLongFunction<TokenClass> count) {
    long[] counts = new long[TokenClass.ALL.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = count.applyAsLong(TokenClass.ALL.get(i));
    }
    return new TokenCounts(counts);
  }

  /**
   * @param counts in the order of the classes; those left out at the end are 0
   */
  public static TokenCounts inOrder(long... counts) {
    return new TokenCounts(Arrays.copyOf(counts, TokenClass.ALL.size()));
  }

  public long count(TokenClass of) {
    return counts[of.ordinal()];
  }

  public long input() {
    return count(TokenClass.INPUT);
  }

  public long output() {
    return count(TokenClass.OUTPUT);
  }

  public long embedding() {
    return count(TokenClass.EMBEDDING);
  }

  /** Input, output and embedding tokens: what every API field {@code totalTokens} means. */
  public long total() {
    return CappedSum.of(CappedSum.of(input(), output()), embedding());
  }

  /** Tokens that were read from the provider's prompt cache or written to it. */
  public long cached() {
    return CappedSum.of(count(TokenClass.CACHE_READ), count(TokenClass.CACHE_WRITE));
  }

  /** The parts of a class together. */
  public long partsOf(TokenClass total) {
    long sum = 0;
    for (TokenClass part : total.parts()) {
      sum = CappedSum.of(sum, count(part));
    }
    return sum;
  }

  /** The same with another count of one class; its total stays as it is. */
  public TokenCounts with(TokenClass one, long count) {
    long[] changed = counts.clone();
    changed[one.ordinal()] = count;
    return new TokenCounts(changed);
  }

  /** Each class is a {@link CappedSum}. */
  public TokenCounts plus(TokenCounts other) {
    long[] sums = counts.clone();
    other.addTo(sums, 1);
    return new TokenCounts(sums);
  }

  /**
   * Adds in place, for sums of many calls; each is a {@link CappedSum}.
   *
   * @param sums by the ordinals of the classes
   * @param sign 1, or −1 to take back what was added
   */
  public void addTo(long[] sums, int sign) {
    for (int i = 0; i < counts.length; i++) {
      sums[i] = CappedSum.of(sums[i], sign * counts[i]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenCounts that && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "TokenCounts" + Arrays.toString(counts);
  }
}
