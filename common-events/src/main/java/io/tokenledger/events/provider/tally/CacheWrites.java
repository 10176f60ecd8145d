package io.tokenledger.events.provider.tally;

/**
 * Tokens written to the cache, under the names that providers and gateways have for them. Several
 * names in one block repeat the same count, so the largest is taken.
 *
 * @param written whatever their lifetime
 * @param oneHour the part that lives for an hour
 */
public record CacheWrites(long written, long oneHour) {

  public static final CacheWrites NONE = new CacheWrites(0, 0);

  /** From an object that holds the count, the lifetimes, or both. */
  public static CacheWrites of(UsageBlock block) {
    CacheWrites writes = lifetimes(block).or(counted(block));
    for (String nested : new String[] {"cache_creation", "cache_creation_token_details"}) {
      if (block.field(nested).isObject()) {
        UsageBlock inner = block.part(nested);
        writes = writes.or(lifetimes(inner)).or(counted(inner));
      }
    }
    return writes;
  }

  private static CacheWrites counted(UsageBlock block) {
    return new CacheWrites(
        block.countOrZero(
            "cache_write_tokens",
            "cache_creation_tokens",
            "cache_creation_input_tokens", // Anthropic, DashScope, LiteLLM
            "cache_write_input_tokens"),
        0);
  }

  private static CacheWrites lifetimes(UsageBlock block) {
    long oneHour =
        block.countOrZero("ephemeral_1h_input_tokens", "claude_cache_creation_1_h_tokens");
    long fiveMinutes =
        block.countOrZero("ephemeral_5m_input_tokens", "claude_cache_creation_5_m_tokens");
    return new CacheWrites(fiveMinutes + oneHour, oneHour);
  }

  /** The same writes told twice: the larger of each count. */
  public CacheWrites or(CacheWrites other) {
    return new CacheWrites(Math.max(written, other.written), Math.max(oneHour, other.oneHour));
  }

  public CacheWrites plus(CacheWrites other) {
    return new CacheWrites(written + other.written, oneHour + other.oneHour);
  }
}
