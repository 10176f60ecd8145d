package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.IMAGE_INPUT;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.HiddenOutput;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * OpenAI's responses API and those compatible with it, DashScope's own among them; also the
 * realtime, image and transcription APIs, whose details are named in the singular, and the usage of
 * OpenAI's Agents SDK for Python. Totals include their parts.
 */
final class OpenAiResponsesUsage implements UsageFamily {

  @Override
  public boolean recognises(UsageBlock usage) {
    return usage.names("input_tokens", "output_tokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "input_tokens", "output_tokens");
    UsageBlock in =
        usage.part("input_tokens_details", "input_token_details", "prompt_tokens_details");
    UsageBlock out = usage.part("output_tokens_details", "output_token_details");
    long reasoning =
        Math.max(
            out.countOrZero("reasoning_tokens", "thinking_tokens"),
            usage.countOrZero("reasoning_output_tokens")); // Codex
    tally
        .input(totals.input())
        .output(output(usage, totals, reasoning, tally))
        .cache(
            Math.max(
                in.countOrZero("cached_tokens", "cache_read_input_tokens"), // Perplexity
                usage.countOrZero("cached_tokens", "cached_input_tokens")), // Codex
            writes(usage, in))
        .part(REASONING, reasoning);
    OpenAiMedia.read(in, out, tally);
    if (madeImages(in, out)) {
      tally.part(IMAGE_OUTPUT, totals.output());
    }
    if (!in.gives("image_tokens", "audio_tokens")) { // DashScope tells them beside the total
      tally
          .part(IMAGE_INPUT, usage.countOrZero("image_tokens"))
          .part(AUDIO_INPUT, usage.countOrZero("audio_tokens"));
    }
    // Each request of an agent's run, and DashScope's other form of the same counts.
    usage.repeats("request_usage_entries", "x_details", "image_tokens", "audio_tokens");
  }

  /** Reasoning that only the total has room for is beside the output, as in xAI's chat API. */
  private static long output(UsageBlock usage, Totals totals, long reasoning, UsageTally tally) {
    long counted = totals.input() + totals.output();
    if (reasoning > 0 && usage.countOrZero("total_tokens") == counted + reasoning) {
      tally.note("the reasoning is not in output_tokens: added to it");
      return totals.output() + reasoning;
    }
    return HiddenOutput.ofGoogle(usage, totals, tally);
  }

  /** The images API gives details of the output only since its newest models, which write, too. */
  private static boolean madeImages(UsageBlock in, UsageBlock out) {
    boolean imagesApi = in.gives("image_tokens") && !in.names("audio_tokens", "cached_tokens");
    return imagesApi && !out.gives("image_tokens", "text_tokens", "reasoning_tokens");
  }

  private static CacheWrites writes(UsageBlock usage, UsageBlock in) {
    CacheWrites writes =
        CacheWrites.of(in)
            .or(new CacheWrites(usage.countOrZero("cache_write_input_tokens"), 0)); // Codex
    for (UsageBlock detail : usage.parts("x_details")) {
      writes = writes.or(CacheWrites.of(detail.part("prompt_tokens_details")));
    }
    return writes;
  }
}
