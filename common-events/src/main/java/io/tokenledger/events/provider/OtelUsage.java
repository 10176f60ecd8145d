package io.tokenledger.events.provider;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Attributes of the OpenTelemetry GenAI convention, whose totals include their parts. Some emitters
 * leave the cache out of the input: it is added where the sender is known to do so, and where cache
 * reads and creation exceed the input.
 */
final class OtelUsage implements UsageFamily {

  private static final String PREFIX = "gen_ai.usage.";
  private static final String DETAILS = PREFIX + "details."; // pydantic-ai repeats counts there
  private static final String[] INPUT = {PREFIX + "input_tokens", PREFIX + "prompt_tokens"};
  private static final String[] OUTPUT = {PREFIX + "output_tokens", PREFIX + "completion_tokens"};
  private static final String[] READ = {
    PREFIX + "cache_read.input_tokens",
    PREFIX + "cache_read_input_tokens",
    PREFIX + "input_tokens.cached",
    DETAILS + "cache_read_tokens",
    DETAILS + "cache_read_input_tokens"
  };
  private static final String[] CREATED = {
    PREFIX + "cache_creation.input_tokens",
    PREFIX + "cache_creation_input_tokens",
    PREFIX + "cache_write.input_tokens",
    DETAILS + "cache_write_tokens",
    DETAILS + "cache_creation_input_tokens"
  };
  private static final String[] REASONING = {
    PREFIX + "reasoning.output_tokens",
    PREFIX + "reasoning_tokens",
    PREFIX + "output_tokens.reasoning",
    DETAILS + "reasoning_tokens"
  };

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names(INPUT) || usage.names(OUTPUT);
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    if (!usage.gives(INPUT) && !usage.gives(OUTPUT)) {
      throw new UnknownUsageShapeException(INPUT[0] + " and " + OUTPUT[0] + " are missing");
    }
    long read = usage.countOrZero(READ);
    long created = usage.countOrZero(CREATED);
    tally
        .input(input(usage, read + created, tally))
        .output(usage.countOrZero(OUTPUT))
        .cache(read, new CacheWrites(created, 0))
        .part(TokenClass.REASONING, usage.countOrZero(REASONING));
    repeatOtherAttributes(usage);
  }

  private static long input(UsageBlock usage, long cached, UsageTally tally) {
    long input = usage.countOrZero(INPUT);
    if (usage.origin().cacheBesideInput()) {
      return input + cached;
    }
    if (cached > input) {
      tally.note("cache reads and creation exceed the input: added to it");
      return input + cached;
    }
    return input;
  }

  /** A span has other numbers than usage, such as the limit of the request. */
  private static void repeatOtherAttributes(UsageBlock usage) {
    usage
        .fieldNames()
        .filter(name -> !name.startsWith(PREFIX) || name.startsWith(DETAILS))
        .toList()
        .forEach(usage::repeats);
    usage.repeats(PREFIX + "total_tokens");
  }
}
