package io.tokenledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.provider.tally.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What providers are called; which names of models follow, the price cases show. */
class ProviderNamesTest {

  @ParameterizedTest
  @CsvSource({
    "openai.responses,openai",
    "azure-openai.chat,azure",
    "google.vertex.embedding,vertex_ai",
    "google ai studio,google",
    "cohere.textembedding,cohere",
    "fireworks-ai,fireworks_ai",
    "acme.chat,acme"
  })
  void namesAreComparedWithoutTheirPunctuationAndTheApi(String provider, String listed) {
    assertThat(ProviderNames.isListedAs(listed, provider)).isTrue();
  }

  @Test
  void aNameIsNeverMatchedByItsBeginning() {
    assertThat(ProviderNames.listed("openai_compatible")).isEmpty();
    assertThat(ProviderNames.listed("openai-compatible")).containsExactly("openai_compatible");
    assertThat(ProviderNames.listed("openai.acme")).containsExactly("openai_acme");
    assertThat(ProviderNames.listed("openai")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "openai.responses,openai",
    "azure.ai.openai,azure",
    "azure,azure",
    "gcp.gen_ai,google",
    "vertex_ai,vertex_ai",
    "aws.bedrock,bedrock",
    "bedrock_mantle,bedrock_mantle",
    "gateway,vercel_ai_gateway",
    "acme.chat,acme.chat",
    "openai-compatible,openai-compatible"
  })
  void aConventionsNameIsThatOfTheLedgerOrStays(String provider, String named) {
    assertThat(ProviderNames.ofConvention(provider)).isEqualTo(named);
  }

  @Test
  void usageBlocksAreReadByWhoSentThemWhateverItIsCalled() {
    assertThat(Origin.of("anthropic.messages", "").isAnthropic()).isTrue();
    assertThat(Origin.of("anthropic.vertex", "").isAnthropic()).isFalse();
    assertThat(Origin.of("x_ai", "").isXai()).isTrue();
    assertThat(Origin.of("xander", "").isXai()).isFalse();
    assertThat(Origin.of("gcp.vertex_ai", "claude-opus-5").excludesCache()).isTrue();
    assertThat(Origin.of("amazon", "").excludesCache()).isTrue();
  }
}
