package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the recorded responses do not show. */
class ProviderUsageTest {

  private static NormalizedUsage usage(String provider, String json) {
    return ProviderUsage.of(
        Origin.of(provider, ""), RecordedResponses.json(json.replace('\'', '"')));
  }

  private static TokenCounts tokens(String provider, String json) {
    return usage(provider, json).tokens();
  }

  @Test
  void nullFieldsAndDetailsAreAbsent() {
    TokenCounts tokens =
        tokens(
            "openai",
            "{'prompt_tokens':7,'completion_tokens':3,'total_tokens':null,"
                + "'prompt_tokens_details':null,"
                + "'completion_tokens_details':{'reasoning_tokens':null}}");
    assertThat(tokens).isEqualTo(TokenCounts.inOrder(7, 3, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void wholeFloatsAreCounts() {
    assertThat(tokens("cohere", "{'billed_units':{'input_tokens':12.0,'output_tokens':3.0}}"))
        .extracting(TokenCounts::input, TokenCounts::output)
        .containsExactly(12L, 3L);
  }

  @Test
  void partsAboveTheirTotalsAreCutAndNoted() {
    NormalizedUsage usage =
        usage(
            "openai",
            "{'prompt_tokens':10,'completion_tokens':5,"
                + "'prompt_tokens_details':{'cached_tokens':8,'cache_write_tokens':4,"
                + "'audio_tokens':3},"
                + "'completion_tokens_details':{'reasoning_tokens':9,'audio_tokens':1}}");
    assertThat(usage.tokens()).isEqualTo(TokenCounts.inOrder(10, 5, 8, 2, 0, 0, 5, 0, 0));
    assertThat(usage.notes()).hasSize(4).contains("reasoning of 9 cut to 5, the output");
    assertThat(usage.complete()).isFalse();
  }

  @Test
  void aMissingTotalIsDerivedOrUnknown() {
    assertThat(tokens("openai", "{'prompt_tokens':10,'completion_tokens':null,'total_tokens':14}"))
        .extracting(TokenCounts::output)
        .isEqualTo(4L);
    assertThat(usage("openai", "{'prompt_tokens':10}").notes())
        .containsExactly("completion_tokens is missing: unknown, counted as 0");
  }

  @Test
  void ollamaWithoutPromptCountIsUnknownNotZero() {
    NormalizedUsage usage = usage("ollama", "{'model':'llama3','done':true,'eval_count':9}");
    assertThat(usage.tokens().output()).isEqualTo(9);
    assertThat(usage.notes())
        .containsExactly("prompt_eval_count is missing: unknown, counted as 0");
    assertThat(usage.complete()).isFalse();
  }

  @Test
  void anEmbeddingWithoutItsCountIsUnknownToo() {
    NormalizedUsage usage = usage("ollama", "{'embeddings':[[0.1]],'prompt_eval_count':null}");
    assertThat(usage.tokens()).isEqualTo(TokenCounts.NONE);
    assertThat(usage.complete()).isFalse();
  }

  @Test
  void tokensInPlaceOfBilledUnitsAreADoubt() {
    NormalizedUsage usage =
        usage("cohere", "{'meta':{'tokens':{'input_tokens':7,'output_tokens':2}}}");
    assertThat(usage.tokens()).isEqualTo(TokenCounts.inOrder(7, 2, 0, 0, 0, 0, 0, 0, 0));
    assertThat(usage.complete()).isFalse();
  }

  @Test
  void anthropicStreamOnBedrockEndsWithMetricsThatRepeatIt() {
    assertThat(
            tokens(
                "bedrock",
                "[{'message':{'usage':{'input_tokens':25,'output_tokens':1}}},"
                    + "{'usage':{'output_tokens':15}},{'type':'message_stop',"
                    + "'amazon-bedrock-invocationMetrics':"
                    + "{'inputTokenCount':25,'outputTokenCount':15}}]"))
        .extracting(TokenCounts::input, TokenCounts::output)
        .containsExactly(25L, 15L);
  }

  @Test
  void theLargestCountsWin() {
    assertThat(
            tokens(
                "google",
                "[{'usageMetadata':{'promptTokenCount':9,'candidatesTokenCount':1}},"
                    + "{'usageMetadata':{'promptTokenCount':9,'candidatesTokenCount':4}},"
                    + "{'usageMetadata':{'trafficType':'ON_DEMAND'}}]"))
        .extracting(TokenCounts::input, TokenCounts::output)
        .containsExactly(9L, 4L);
  }

  @Test
  void geminiInSnakeCaseCountsAlike() {
    assertThat(
            tokens(
                "vertex_ai",
                "{'prompt_token_count':10,'candidates_token_count':4,'thoughts_token_count':6,"
                    + "'cached_content_token_count':3,'total_token_count':20}"))
        .isEqualTo(TokenCounts.inOrder(10, 10, 3, 0, 0, 0, 6, 0, 0));
  }

  @Test
  void exclusiveEmittersOfOpenTelemetryAreAdded() {
    String attributes =
        "{'gen_ai.usage.input_tokens':%d,'gen_ai.usage.output_tokens':2,"
            + "'gen_ai.usage.cache_read.input_tokens':80,"
            + "'gen_ai.usage.cache_creation.input_tokens':15}";
    assertThat(tokens("anthropic", attributes.formatted(100)).input()).isEqualTo(100);
    assertThat(tokens("anthropic", attributes.formatted(95)).input()).isEqualTo(95);
    assertThat(tokens("anthropic", attributes.formatted(94)).input()).isEqualTo(189);
    assertThat(tokens("anthropic", attributes.formatted(4)))
        .isEqualTo(TokenCounts.inOrder(99, 2, 80, 15, 0, 0, 0, 0, 0));
  }

  @Test
  void aSenderKnownToLeaveTheCacheOutIsAdded() {
    JsonNode attributes =
        RecordedResponses.json(
            "{\"gen_ai.usage.input_tokens\":1000,\"gen_ai.usage.output_tokens\":2,"
                + "\"gen_ai.usage.cache_read.input_tokens\":500}");
    assertThat(ProviderUsage.of(new Origin("anthropic", "", true), attributes).tokens())
        .isEqualTo(TokenCounts.inOrder(1500, 2, 500));
    assertThat(ProviderUsage.of(Origin.of("anthropic", ""), attributes).tokens())
        .isEqualTo(TokenCounts.inOrder(1000, 2, 500));
  }

  @ParameterizedTest
  @CsvSource({
    "xai,0,90",
    "xai,135,90",
    "xai,41,9",
    "x_ai,0,90",
    "xai.chat,0,90",
    "acme,122,90",
    "openai,41,9"
  })
  void xaiReasoningIsAddedWhenOutside(String provider, long total, long output) {
    long reasoning = 81;
    String block =
        "{'prompt_tokens':32,'completion_tokens':9,'total_tokens':%d,"
            + "'completion_tokens_details':{'reasoning_tokens':%d}}";
    assertThat(tokens(provider, block.formatted(total, reasoning)).output()).isEqualTo(output);
  }

  @Test
  void hiddenThoughtsCountOnlyForGoogle() {
    String block = "{'prompt_tokens':66,'completion_tokens':6,'total_tokens':100}";
    assertThat(tokens("google", block).output()).isEqualTo(34);
    assertThat(tokens("openai", block).output()).isEqualTo(6);
  }

  @Test
  void anExclusiveConverseBlockNamesItsCacheTwice() {
    assertThat(
            tokens(
                "bedrock",
                "[{'messageStart':{}},{'metadata':{'usage':{'inputTokens':3,'outputTokens':2,"
                    + "'cacheWriteInputTokens':30,'cacheWriteInputTokenCount':30,"
                    + "'cacheDetails':[{'ttl':'5m','inputTokens':10},"
                    + "{'ttl':'1h','inputTokens':20}]}}}]"))
        .isEqualTo(TokenCounts.inOrder(33, 2, 0, 30, 20, 0, 0, 0, 0));
  }

  @Test
  void cachedAudioIsACacheRead() {
    assertThat(
            tokens(
                "openai",
                "{'type':'response.done','response':{'usage':{'input_tokens':100,"
                    + "'output_tokens':40,'input_token_details':{'cached_tokens':60,"
                    + "'audio_tokens':70,'cached_tokens_details':{'audio_tokens':50}},"
                    + "'output_token_details':{'audio_tokens':30}}}}"))
        .isEqualTo(TokenCounts.inOrder(100, 40, 60, 0, 0, 20, 0, 30, 0, 0, 0, 50));
  }

  @Test
  void embeddingsStandBesideTheInput() {
    TokenCounts eight = TokenCounts.inOrder(0, 0, 0, 0, 0, 0, 0, 0, 8);
    assertThat(tokens("openai", "{'prompt_tokens':8,'total_tokens':8}")).isEqualTo(eight);
    assertThat(tokens("ollama", "{'embeddings':[[0.1]],'prompt_eval_count':8}")).isEqualTo(eight);
    assertThat(
            tokens(
                "mistral",
                "{'data':[{'embedding':[0.1]}],"
                    + "'usage':{'prompt_tokens':8,'completion_tokens':0,'total_tokens':8}}"))
        .isEqualTo(eight);
  }
}
