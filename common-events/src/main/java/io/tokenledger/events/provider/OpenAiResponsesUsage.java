package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * OpenAI's responses API and those compatible with it; also the realtime, image and transcription
 * APIs, whose details are named in the singular. Totals include their parts.
 */
final class OpenAiResponsesUsage implements UsageFamily {

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    return usage.names("input_tokens", "output_tokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "input_tokens", "output_tokens");
    UsageBlock in = usage.part("input_tokens_details", "input_token_details");
    UsageBlock out = usage.part("output_tokens_details", "output_token_details");
    tally
        .input(totals.input())
        .output(totals.output())
        .cache(in.countOrZero("cached_tokens"), in.countOrZero("cache_write_tokens"), 0)
        .part(AUDIO_INPUT, OpenAiExtras.uncachedAudio(in))
        .part(REASONING, out.countOrZero("reasoning_tokens"))
        .part(AUDIO_OUTPUT, out.countOrZero("audio_tokens"));
    OpenAiExtras.read(usage, tally);
  }
}
