package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.AUDIO_INPUT;
import static io.tokenledger.events.TokenClass.AUDIO_OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * OpenAI's chat completions and all that are compatible with it: Azure, Groq, Mistral, DeepSeek,
 * Together, OpenRouter (also for Claude), Cerebras, Hugging Face, Z.ai, Ollama's {@code /v1}.
 * Totals include their parts. Providers name the cached part differently, some under two names.
 */
final class OpenAiChatUsage implements UsageFamily {

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    return hasShape(usage);
  }

  static boolean hasShape(UsageBlock usage) {
    return usage.names("prompt_tokens", "completion_tokens");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = readTotals(usage, tally);
    tally.output(totals.output());
  }

  /** Everything but the output total, which some compatible providers count otherwise. */
  static Totals readTotals(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "prompt_tokens", "completion_tokens");
    UsageBlock prompt = usage.part("prompt_tokens_details", "prompt_token_details");
    UsageBlock completion = completion(usage);
    tally
        .input(totals.input())
        .cache(cacheRead(usage, prompt), cacheWrite(usage, prompt), 0)
        .part(AUDIO_INPUT, OpenAiExtras.uncachedAudio(prompt))
        .part(REASONING, reasoning(usage))
        .part(AUDIO_OUTPUT, completion.countOrZero("audio_tokens"));
    OpenAiExtras.read(usage, tally);
    return totals;
  }

  static long reasoning(UsageBlock usage) {
    return completion(usage)
        .count("reasoning_tokens")
        .orElseGet(() -> usage.countOrZero("reasoning_tokens"));
  }

  private static UsageBlock completion(UsageBlock usage) {
    return usage.part("completion_tokens_details", "completion_token_details");
  }

  private static long cacheRead(UsageBlock usage, UsageBlock prompt) {
    return prompt
        .count("cached_tokens")
        .orElseGet(
            () ->
                usage.countOrZero(
                    "prompt_cache_hit_tokens", // DeepSeek
                    "num_cached_tokens", // Mistral
                    "cached_tokens", // Together
                    "cached_prompt_text_tokens", // xAI
                    "cache_read_input_tokens")); // gateways in front of Claude
  }

  private static long cacheWrite(UsageBlock usage, UsageBlock prompt) {
    return prompt
        .count("cache_write_tokens", "cache_creation_tokens")
        .orElseGet(() -> usage.countOrZero("cache_write_tokens", "cache_creation_input_tokens"));
  }
}
