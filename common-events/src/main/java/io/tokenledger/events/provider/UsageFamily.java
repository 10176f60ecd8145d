package io.tokenledger.events.provider;

import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.OptionalLong;

/** How one family of providers counts. Stateless. */
interface UsageFamily {

  /**
   * @param provider lower-case; may be a name nobody has listed, so that the shape decides
   */
  boolean recognises(String provider, UsageBlock usage);

  /** Reads the counts; refuses a field that is not a count. */
  void read(UsageBlock usage, UsageTally tally);

  /** Input and output as the block gives them. */
  record Totals(long input, long output) {

    /**
     * Reads both totals. One that is missing is derived from {@code total_tokens}; without that it
     * is unknown, which a note says, since unknown is not zero.
     */
    static Totals of(UsageBlock usage, UsageTally tally, String input, String output) {
      OptionalLong in = usage.count(input);
      OptionalLong out = usage.count(output);
      OptionalLong total = usage.count("total_tokens", "totalTokens");
      if (in.isEmpty() && out.isEmpty()) {
        throw new UnknownUsageShapeException(input + " and " + output + " are missing");
      }
      return new Totals(known(in, out, total, input, tally), known(out, in, total, output, tally));
    }

    private static long known(
        OptionalLong count,
        OptionalLong other,
        OptionalLong total,
        String field,
        UsageTally tally) {
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
}
