package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import org.junit.jupiter.api.Test;

/** Lifetimes of cache writes, cumulative deltas, and steps that the totals leave out. */
class AnthropicUsageTest {

  private static NormalizedUsage usage(String provider, String json) {
    return ProviderUsage.of(
        Origin.of(provider, ""), RecordedResponses.json(json.replace('\'', '"')));
  }

  private static TokenCounts tokens(String provider, String json) {
    return usage(provider, json).tokens();
  }

  @Test
  void anthropicOneHourWritesAreApart() {
    assertThat(
            tokens(
                "anthropic",
                "{'input_tokens':5,'output_tokens':2,'cache_read_input_tokens':100,"
                    + "'cache_creation':{'ephemeral_5m_input_tokens':10,"
                    + "'ephemeral_1h_input_tokens':30}}"))
        .isEqualTo(TokenCounts.inOrder(145, 2, 100, 40, 30, 0, 0, 0, 0));
  }

  @Test
  void anthropicDeltasAreCumulativeAndNullsDoNotErase() {
    TokenCounts tokens =
        tokens(
            "anthropic",
            "[{'type':'message_start','message':{'usage':{'input_tokens':25,"
                + "'cache_read_input_tokens':50,'cache_creation_input_tokens':40,"
                + "'cache_creation':{'ephemeral_1h_input_tokens':40},'output_tokens':1}}},"
                + "{'type':'message_delta','usage':{'output_tokens':15,'input_tokens':null}},"
                + "{'type':'message_delta','usage':{'output_tokens':31,"
                + "'cache_creation':{'ephemeral_5m_input_tokens':0}}},{'type':'message_stop'}]");
    assertThat(tokens).isEqualTo(TokenCounts.inOrder(115, 31, 50, 40, 40, 0, 0, 0, 0));
  }

  @Test
  void tokensOfAnotherModelAreNoted() {
    NormalizedUsage usage =
        ProviderUsage.of(
            Origin.of("anthropic", ""), RecordedResponses.read("anthropic-messages-03.json"));
    assertThat(usage.notes())
        .containsExactly(
            "not in the totals: 2518 input and 22 output tokens of model claude-opus-4-8");
    assertThat(usage.complete()).isFalse();
  }

  @Test
  void compactionIsBilledButInNoneOfTheTotals() {
    // The example of Anthropic's documentation of compaction, with a cache.
    NormalizedUsage usage =
        usage(
            "bedrock",
            "{'input_tokens':23000,'output_tokens':1000,'iterations':["
                + "{'type':'compaction','input_tokens':80000,'output_tokens':3500,"
                + "'cache_read_input_tokens':90000,'cache_creation_input_tokens':10000,"
                + "'cache_creation':{'ephemeral_1h_input_tokens':4000}},"
                + "{'type':'message','input_tokens':23000,'output_tokens':1000}]}");
    assertThat(usage.tokens())
        .isEqualTo(TokenCounts.inOrder(203_000, 4_500, 90_000, 10_000, 4_000, 0, 0, 0, 0));
    assertThat(usage.complete()).isTrue();
    assertThat(usage.notes())
        .containsExactly("added to the totals: 180000 input and 3500 output tokens of compaction");
  }

  @Test
  void aWriteWithoutASplitHasNoLifetime() {
    assertThat(
            tokens(
                "anthropic",
                "{'input_tokens':5,'output_tokens':2,'cache_creation_input_tokens':40}"))
        .isEqualTo(TokenCounts.inOrder(45, 2, 0, 40, 0, 0, 0, 0, 0));
  }

  @Test
  void aSplitBeyondTheWriteIsCut() {
    NormalizedUsage usage =
        usage(
            "anthropic",
            "{'input_tokens':5,'output_tokens':2,'cache_creation_input_tokens':40,"
                + "'cache_creation':{'ephemeral_1h_input_tokens':50}}");
    assertThat(usage.tokens()).isEqualTo(TokenCounts.inOrder(45, 2, 0, 40, 40, 0, 0, 0, 0));
    assertThat(usage.complete()).isFalse();
  }
}
