package io.tokenledger.events.provider;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * Attributes of the OpenTelemetry GenAI convention, whose totals include their parts. Some emitters
 * leave the cache out of the input: when cache reads and creation exceed it, they are added.
 */
final class OtelUsage implements UsageFamily {

  private static final String PREFIX = "gen_ai.usage.";
  private static final String[] INPUT = {PREFIX + "input_tokens", PREFIX + "prompt_tokens"};
  private static final String[] OUTPUT = {PREFIX + "output_tokens", PREFIX + "completion_tokens"};
  private static final String[] READ = {
    PREFIX + "cache_read.input_tokens", PREFIX + "cache_read_input_tokens"
  };
  private static final String[] CREATED = {
    PREFIX + "cache_creation.input_tokens", PREFIX + "cache_creation_input_tokens"
  };
  private static final String[] REASONING = {
    PREFIX + "reasoning.output_tokens", PREFIX + "reasoning_tokens"
  };

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    return usage.names(INPUT) || usage.names(OUTPUT);
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    if (!usage.gives(INPUT) && !usage.gives(OUTPUT)) {
      throw new UnknownUsageShapeException(INPUT[0] + " and " + OUTPUT[0] + " are missing");
    }
    long cached = usage.countOrZero(READ) + usage.countOrZero(CREATED);
    long input = usage.countOrZero(INPUT);
    if (cached > input) {
      tally.note("cache reads and creation exceed the input: added to it");
      input += cached;
    }
    tally
        .input(input)
        .output(usage.countOrZero(OUTPUT))
        .cache(usage.countOrZero(READ), usage.countOrZero(CREATED), 0)
        .part(TokenClass.REASONING, usage.countOrZero(REASONING));
  }
}
