package io.tokenledger.events.provider.tally;

import java.util.OptionalLong;

/** Input and output as a block gives them. */
public record Totals(long input, long output) {

  /**
   * Reads both totals. One that is missing is derived from {@code total_tokens}; without that it is
   * unknown, which a note says, since unknown is not zero.
   */
  public static Totals of(UsageBlock usage, UsageTally tally, String input, String output) {
    OptionalLong in = usage.count(input);
    OptionalLong out = usage.count(output);
    OptionalLong total = usage.count("total_tokens", "totalTokens", "totalTokenCount");
    if (in.isEmpty() && out.isEmpty()) {
      throw new UnknownUsageShapeException(input + " and " + output + " are missing");
    }
    return new Totals(known(in, out, total, input, tally), known(out, in, total, output, tally));
  }

  private static long known(
      OptionalLong count, OptionalLong other, OptionalLong total, String field, UsageTally tally) {
    if (count.isPresent()) {
      return count.getAsLong();
    }
    if (total.isPresent()) {
      return Math.max(0, total.getAsLong() - other.orElse(0));
    }
    tally.doubt(field + " is missing: unknown, counted as 0");
    return 0;
  }
}
