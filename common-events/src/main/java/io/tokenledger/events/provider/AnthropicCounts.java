package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UsageBlock;

/**
 * One sampling step in Anthropic's terms.
 *
 * @param uncached input that was neither read from nor written to the cache
 * @param written1h the part of {@code written} that lives for an hour
 */
record AnthropicCounts(long uncached, long output, long read, long written, long written1h) {

  static final AnthropicCounts NONE = new AnthropicCounts(0, 0, 0, 0, 0);

  static AnthropicCounts of(UsageBlock step) {
    return of(step, step.countOrZero("input_tokens"), step.countOrZero("output_tokens"));
  }

  static AnthropicCounts of(UsageBlock step, long uncached, long output) {
    UsageBlock lifetimes = step.part("cache_creation");
    long oneHour = lifetimes.countOrZero("ephemeral_1h_input_tokens");
    long split = lifetimes.countOrZero("ephemeral_5m_input_tokens") + oneHour;
    long written = step.countOrZero("cache_creation_input_tokens");
    return new AnthropicCounts(
        uncached,
        output,
        step.countOrZero("cache_read_input_tokens"),
        written > 0 ? written : split,
        oneHour);
  }

  /** All input, the cache included. */
  long input() {
    return uncached + read + written;
  }

  AnthropicCounts plus(AnthropicCounts other) {
    return new AnthropicCounts(
        uncached + other.uncached,
        output + other.output,
        read + other.read,
        written + other.written,
        written1h + other.written1h);
  }
}
