package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.pricing.json.BundledPriceList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledPriceListTest {

  @Test
  void itHoldsTheKnownModelsFromTheBeginningOfTime() {
    PriceBook book = BundledPriceList.book();
    assertThat(book.version()).isZero();
    assertThat(book.versions()).hasSizeGreaterThan(2_500);
    assertThat(book.versions()).allMatch(PriceVersion::isGlobal);
    assertThat(book.versions()).allMatch(version -> version.source().equals("litellm"));
  }

  @ParameterizedTest
  @CsvSource({
    "openai,gpt-4o",
    "openai,gpt-4o-2024-08-06",
    "anthropic,claude-sonnet-4-5-20250929",
    "google,gemini-2.5-pro",
    "vertex_ai,gemini-2.5-pro",
    "bedrock,us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    "azure,gpt-4o",
    "groq,llama-3.3-70b-versatile",
    "xai,grok-4-fast-reasoning",
    "openrouter,anthropic/claude-sonnet-4.6",
    "cohere,rerank-v3.5",
    "deepseek,deepseek-chat",
    "mistral,mistral-large-latest",
    "ollama,llama3.1",
    "dashscope,qwen-flash",
    "codestral,codestral-latest"
  })
  void aProvidersModelHasTheNameThatEventsUse(String provider, String modelName) {
    assertThat(BundledPriceList.book().find("", provider, modelName, Prices.NOON)).isPresent();
  }
}
