package io.tokenledger.events.provider;

/**
 * Anthropic's messages API, also on Bedrock and Vertex. {@code input_tokens} excludes what was read
 * from and written to the cache, so both are added; {@code output_tokens} includes thinking.
 */
final class AnthropicUsage implements UsageFamily {

  @Override
  public boolean recognises(String provider, UsageBlock usage) {
    if (!usage.names("input_tokens", "output_tokens")) {
      return false;
    }
    return isExclusive(usage) || (provider.equals("anthropic") && !isOpenAiShaped(usage));
  }

  private static boolean isExclusive(UsageBlock usage) {
    return usage.names("cache_creation_input_tokens", "cache_read_input_tokens", "cache_creation");
  }

  private static boolean isOpenAiShaped(UsageBlock usage) {
    return usage.names("input_tokens_details", "input_token_details");
  }

  @Override
  public void read(UsageBlock usage, UsageTally tally) {
    Totals totals = Totals.of(usage, tally, "input_tokens", "output_tokens");
    long read = usage.countOrZero("cache_read_input_tokens");
    UsageBlock lifetimes = usage.part("cache_creation");
    long oneHour = lifetimes.countOrZero("ephemeral_1h_input_tokens");
    long split = lifetimes.countOrZero("ephemeral_5m_input_tokens") + oneHour;
    long written = usage.count("cache_creation_input_tokens").orElse(split);
    tally
        .input(totals.input() + read + written)
        .output(totals.output())
        .cache(read, written, oneHour)
        .reasoning(usage.part("output_tokens_details").countOrZero("thinking_tokens"))
        .unit("webSearches", usage.part("server_tool_use").countOrZero("web_search_requests"));
    noteOtherModels(usage, tally);
  }

  /** An advisor runs on another model: its tokens have other prices and are not in the totals. */
  private static void noteOtherModels(UsageBlock usage, UsageTally tally) {
    for (UsageBlock iteration : usage.parts("iterations")) {
      if (iteration.gives("model")) {
        String sentence = "not in the totals: %d input and %d output tokens of model %s";
        long input =
            iteration.countOrZero("input_tokens")
                + iteration.countOrZero("cache_read_input_tokens")
                + iteration.countOrZero("cache_creation_input_tokens");
        long output = iteration.countOrZero("output_tokens");
        String model = PlainText.of(iteration.text("model"));
        tally.note(sentence.formatted(input, output, model));
      }
    }
  }
}
