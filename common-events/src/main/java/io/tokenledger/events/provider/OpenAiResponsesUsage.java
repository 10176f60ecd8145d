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
    tally
        .input(totals.input())
        .output(HiddenOutput.ofGoogle(usage, totals, tally))
        .cache(
            Math.max(in.countOrZero("cached_tokens"), usage.countOrZero("cached_tokens")),
            writes(usage, in))
        .part(REASONING, out.countOrZero("reasoning_tokens", "thinking_tokens"));
    OpenAiMedia.read(in, out, tally);
    if (madeImages(usage, in, out)) {
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

  /** The images API gives details of the output only since its newest models, which write, too. */
  private static boolean madeImages(UsageBlock usage, UsageBlock in, UsageBlock out) {
    boolean imagesApi = in.gives("image_tokens") && !in.names("audio_tokens", "cached_tokens");
    return !out.gives("image_tokens", "text_tokens", "reasoning_tokens")
        && (imagesApi || usage.origin().isImageModel());
  }

  private static CacheWrites writes(UsageBlock usage, UsageBlock in) {
    CacheWrites writes = CacheWrites.of(in);
    for (UsageBlock detail : usage.parts("x_details")) {
      writes = writes.or(CacheWrites.of(detail.part("prompt_tokens_details")));
    }
    return writes;
  }
}
