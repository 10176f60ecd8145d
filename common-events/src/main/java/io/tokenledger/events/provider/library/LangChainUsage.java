package io.tokenledger.events.provider.library;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.IMAGE_INPUT;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.HiddenOutput;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * LangChain's {@code usage_metadata}, in Python and JavaScript. Totals include their parts; calls
 * served in a tier have its name before the parts, and as a part of its own.
 */
public final class LangChainUsage implements UsageFamily {

  private static final List<String> TIERS = List.of("priority", "flex");

  /** OpenAI's realtime and image APIs have details of the same name. */
  private static final Pattern OF_OPENAI =
      Pattern.compile("(text|audio|image|cached|reasoning)_tokens(_details)?");

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("input_tokens", "output_tokens")
        && (isLangChain(usage, "input_token_details")
            || isLangChain(usage, "output_token_details"));
  }

  private static boolean isLangChain(UsageBlock usage, String details) {
    return usage.field(details).isObject()
        && usage.part(details).fieldNames().anyMatch(name -> !OF_OPENAI.matcher(name).matches());
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "input_tokens", "output_tokens");
    UsageBlock in = usage.part("input_token_details");
    UsageBlock out = usage.part("output_token_details");
    CacheWrites writes =
        CacheWrites.of(in).or(new CacheWrites(in.countOrZero("cache_creation"), 0));
    long read = in.countOrZero(tiered("cache_read", "cache_read_over_200k"));
    long reasoning = out.countOrZero(tiered("reasoning"));
    Totals settled = settled(usage, totals, read + writes.written(), reasoning, tally);
    tally
        .input(settled.input())
        .output(settled.output())
        .cache(read, writes)
        .part(REASONING, reasoning)
        .part(AUDIO_INPUT, in.countOrZero("audio"))
        .part(AUDIO_OUTPUT, out.countOrZero("audio"))
        .part(IMAGE_INPUT, in.countOrZero("image"))
        .part(IMAGE_OUTPUT, out.countOrZero("image"));
    TIERS.stream().filter(tier -> in.gives(tier) || out.gives(tier)).forEach(tally::tier);
    // What was served in a tier, or lies above a tier of context, repeats the total.
    in.repeats("priority", "flex", "over_200k");
    out.repeats("priority", "flex", "over_200k");
  }

  private static String[] tiered(String... parts) {
    return Stream.concat(Stream.of(""), TIERS.stream().map(tier -> tier + "_"))
        .flatMap(tier -> Stream.of(parts).map(part -> tier + part))
        .toArray(String[]::new);
  }

  /** Versions that left the cache or the thoughts out of the totals betray it by the total. */
  private static Totals settled(
      UsageBlock usage, Totals totals, long cached, long reasoning, UsageTally tally) {
    long total = usage.countOrZero("total_tokens");
    long counted = totals.input() + totals.output();
    if (cached > totals.input() || cached > 0 && total == counted + cached) {
      tally.note("the cache is not in input_tokens: added to it");
      return new Totals(totals.input() + cached, totals.output());
    }
    if (reasoning > 0 && total == counted + reasoning) {
      tally.note("the reasoning is not in output_tokens: added to it");
      return new Totals(totals.input(), totals.output() + reasoning);
    }
    return new Totals(totals.input(), HiddenOutput.ofGoogle(usage, totals, tally));
  }
}
