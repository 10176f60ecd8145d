package io.tokenledger.events.provider;

import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.provider.tally.CacheWrites;
import io.tokenledger.events.provider.tally.Totals;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageFamily;
import io.tokenledger.events.provider.tally.UsageTally;

/**
 * OpenAI's chat completions and all that are compatible with it: Azure, Groq, Mistral, DeepSeek,
 * Together, OpenRouter (also for Claude), Moonshot, DashScope, Cerebras, Hugging Face, Z.ai,
 * Ollama's {@code /v1}, LiteLLM. Totals include their parts. Providers name the cached part
 * differently, some under two names.
 */
final class OpenAiChatUsage implements UsageFamily {

  /**
   * As Anthropic calls what it read from the cache, which is no part of what it calls the input.
   */
  private static final String READ_BESIDE = "cache_read_input_tokens";

  @Override
  public boolean recognises(UsageBlock usage) {
    return hasShape(usage);
  }

  static boolean hasShape(UsageBlock usage) {
    return usage.names("prompt_tokens", "completion_tokens") && !isFilledOtherwise(usage);
  }

  /** Some gateways have the fields of both APIs in every block, and fill those of one. */
  private static boolean isFilledOtherwise(UsageBlock usage) {
    return !isPositive(usage, "prompt_tokens")
        && !isPositive(usage, "completion_tokens")
        && isPositive(usage, "input_tokens");
  }

  private static boolean isPositive(UsageBlock usage, String field) {
    return usage.field(field).isNumber() && usage.field(field).asLong() > 0;
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
    CacheWrites writes = CacheWrites.of(usage).or(CacheWrites.of(prompt));
    long read = cacheRead(usage, prompt);
    long connectors = usage.countOrZero("connector_tokens"); // Mistral: beside the prompt
    long input = totals.input() + connectors + besideThePrompt(usage, prompt, read, totals, tally);
    tally.input(input).cache(read, writes).part(REASONING, reasoning(usage));
    OpenAiMedia.read(prompt, completion(usage), tally);
    if (usage.field("prompt_audio_seconds").isNumber()) { // Mistral
      tally.unit("audioSeconds", usage.quantity("prompt_audio_seconds"));
    }
    // Some gateways repeat the counts in the shape of the responses API.
    usage.repeats("input_tokens", "output_tokens", "input_tokens_details", "output_tokens_details");
    return new Totals(input, totals.output());
  }

  static long reasoning(UsageBlock usage) {
    return Math.max(
        completion(usage).countOrZero("reasoning_tokens", "thinking_tokens"),
        usage.countOrZero("reasoning_tokens"));
  }

  private static UsageBlock completion(UsageBlock usage) {
    return usage.part("completion_tokens_details", "completion_token_details");
  }

  private static long cacheRead(UsageBlock usage, UsageBlock prompt) {
    return Math.max(
        prompt.countOrZero("cached_tokens", "cache_read_tokens", "cache_read_input_tokens"),
        usage.countOrZero(
            "prompt_cache_hit_tokens", // DeepSeek
            "num_cached_tokens", // Mistral
            "cached_tokens", // Together, Moonshot
            "cached_prompt_text_tokens", // xAI
            "cached_prompt_tokens", // CrewAI
            READ_BESIDE, // gateways in front of Claude
            "cache_read_tokens"));
  }

  /**
   * Cache counts of Claude behind gateways that leave them out of the prompt. LiteLLM counted reads
   * into it, and writes only since it tells them in the details, too.
   */
  private static long besideThePrompt(
      UsageBlock usage, UsageBlock prompt, long read, Totals totals, UsageTally tally) {
    long written = usage.countOrZero("cache_creation_input_tokens", "cache_write_input_tokens");
    boolean cachedInside = prompt.gives("cached_tokens");
    boolean nothingBeside = written == 0 && (cachedInside || !usage.gives(READ_BESIDE));
    if (nothingBeside || CacheWrites.of(prompt).written() > 0) {
      return 0;
    }
    if (cachedInside && !prompt.names("cache_creation_tokens")) {
      tally.note("cache writes are not in prompt_tokens: added to it");
      return written;
    }
    if (read + written > totals.input()) {
      tally.note("cache reads and writes exceed prompt_tokens: added to it");
      return read + written;
    }
    return 0;
  }
}
