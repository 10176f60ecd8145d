package io.tokenledger.events;

/**
 * The tokens of one model call, by class. {@code input} and {@code output} are totals that include
 * their parts, as in the OpenTelemetry GenAI convention; {@code embedding} stands beside them.
 *
 * <p>Every count is between 0 and {@link UsageLimits#MAX_TOKENS}, and no sum of disjoint parts
 * exceeds its total.
 *
 * @param input all input tokens: uncached, cache reads, cache writes and audio
 * @param output all output tokens: visible text, reasoning and audio
 * @param cacheRead part of {@code input} that was read from the provider's prompt cache
 * @param cacheWrite part of {@code input} that was written to the cache, whatever its lifetime
 * @param cacheWrite1h part of {@code cacheWrite} with a lifetime of one hour
 * @param audioInput part of {@code input}
 * @param reasoning part of {@code output} that the caller does not see
 * @param audioOutput part of {@code output}
 * @param embedding tokens embedded
 */
public record TokenCounts(
    long input,
    long output,
    long cacheRead,
    long cacheWrite,
    long cacheWrite1h,
    long audioInput,
    long reasoning,
    long audioOutput,
    long embedding) {

  public static final TokenCounts NONE = new TokenCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Input, output and embedding tokens: what every API field {@code totalTokens} means. */
  public long total() {
    return input + output + embedding;
  }
}
