package io.tokenledger.events.provider.library;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * pydantic-ai's {@code RequestUsage} and {@code RunUsage}, whose totals include their parts; before
 * version 1 the totals were those of requests and responses, and the parts stood in {@code
 * details}.
 */
public final class PydanticAiUsage implements UsageFamily {

  private static final String[] PARTS = {
    "cache_read_tokens",
    "cache_write_tokens",
    "cache_audio_read_tokens",
    "input_audio_tokens",
    "output_audio_tokens"
  };

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("input_tokens", "output_tokens") && usage.names(PARTS)
        || usage.names("request_tokens", "response_tokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    boolean old = usage.names("request_tokens", "response_tokens");
    Totals totals =
        old
            ? Totals.of(usage, tally, "request_tokens", "response_tokens")
            : Totals.of(usage, tally, "input_tokens", "output_tokens");
    UsageBlock details = usage.part("details");
    long cachedAudio = usage.countOrZero("cache_audio_read_tokens");
    long read =
        Math.max(
            usage.countOrZero("cache_read_tokens"),
            old ? details.countOrZero("cached_tokens", "cache_read_input_tokens") : 0);
    CacheWrites lifetimes = CacheWrites.of(details);
    long written = Math.max(usage.countOrZero("cache_write_tokens"), old ? lifetimes.written() : 0);
    tally
        .input(totals.input())
        .output(totals.output())
        .cache(read, new CacheWrites(written, Math.min(written, lifetimes.oneHour())))
        .part(AUDIO_INPUT, usage.countOrZero("input_audio_tokens") - cachedAudio)
        .cachedMedia(cachedAudio, 0)
        .part(AUDIO_OUTPUT, usage.countOrZero("output_audio_tokens"))
        .part(REASONING, reasoning(details));
    usage.repeats("details"); // counts in the provider's own words
  }

  private static long reasoning(UsageBlock details) {
    return details.countOrZero("reasoning_tokens", "thoughts_tokens", "thinking_tokens");
  }
}
