package io.tokenledger.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.pricing.check.PriceCheck;
import io.tokenledger.pricing.check.SoldAs;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.pricing.rates.Multipliers;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.Rates;
import java.math.BigDecimal;
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
    assertThat(book.versions())
        .extracting(PriceVersion::source)
        .containsOnly("litellm", "openrouter", "tokenledger");
  }

  /** Nobody believes a list blindly, ours included: see {@code public-prices.set-aside.json}. */
  @Test
  void everyPriceKeepsToTheRulesOfPrices() {
    for (PriceVersion version : BundledPriceList.book().versions()) {
      SoldAs soldAs = version.modelName().contains("embed") ? SoldAs.EMBEDDING : SoldAs.OTHER;
      assertThat(PriceCheck.flawOf(version, soldAs)).as(version.id()).isEmpty();
      assertThat(PriceCheck.flawsOfTiers(version.rates().orElseThrow())).as(version.id()).isEmpty();
    }
  }

  /**
   * OpenRouter says what OpenRouter costs; LiteLLM has 0 for its routers, whose price is unknown.
   */
  @ParameterizedTest
  @CsvSource({"openrouter,openrouter/auto", "openrouter,openrouter/bodybuilder"})
  void aRouterHasNoPrice(String provider, String modelName) {
    assertThat(BundledPriceList.book().find("", provider, modelName, Prices.NOON)).isEmpty();
  }

  @Test
  void itSaysWhoseListAPriceIsOf() {
    assertThat(sourceOf("anthropic/claude-sonnet-4.6")).isEqualTo("openrouter");
    assertThat(sourceOf("anthropic/claude-opus-4")).isEqualTo("openrouter");
    assertThat(sourceOf("openrouter/free")).isEqualTo("openrouter");
  }

  private static String sourceOf(String modelOfOpenRouter) {
    return BundledPriceList.book()
        .find("", "openrouter", modelOfOpenRouter, Prices.NOON)
        .orElseThrow()
        .source();
  }

  /**
   * USD per million tokens as the providers' own pages have them, where lists are known to be wrong
   * or were not read in full.
   */
  @ParameterizedTest
  @CsvSource({
    "wandb,Qwen/Qwen3-235B-A22B-Instruct-2507,INPUT,0.1",
    "wandb,openai/gpt-oss-120b,OUTPUT,0.6",
    "wandb,moonshotai/Kimi-K2.5,INPUT,0.6",
    "azure_ai,jais-30b-chat,OUTPUT,9.71",
    "watsonx,core42/jais-13b-chat,INPUT,1.8",
    "cohere,embed-multilingual-light-v3.0,INPUT,0.1",
    "anthropic,claude-3-opus-20240229,CACHE_WRITE_1H,30",
    "together_ai,Qwen/Qwen3-235B-A22B-Instruct-2507-tput,OUTPUT,0.6",
    "azure,eu/gpt-4o-2024-11-20,CACHE_READ,1.375",
    "openai,o1-pro,OUTPUT,600",
    "openai,gpt-image-2,IMAGE_OUTPUT,30",
    "openai,gpt-image-1,IMAGE_INPUT,10",
    "google,gemini-2.5-flash-image,IMAGE_OUTPUT,30",
    "google,gemini-2.5-flash-image,OUTPUT,2.5",
    "openai,gpt-realtime-mini,CACHE_READ_AUDIO,0.3",
    "openai,gpt-realtime-2.1-mini,IMAGE_INPUT,0.8",
    "azure,gpt-4o-realtime-preview-2024-10-01,CACHE_READ_AUDIO,20",
    "bedrock,us.anthropic.claude-haiku-4-5-20251001-v1:0,INPUT,1.1",
    "bedrock,us.anthropic.claude-haiku-4-5-20251001-v1:0,OUTPUT,5.5",
    "openrouter,google/gemini-2.5-flash,CACHE_WRITE,0.3833333333333333",
    "openrouter,google/gemini-2.5-flash-image,IMAGE_OUTPUT,30",
    "openrouter,openai/gpt-5.6-luna,OUTPUT,0.6",
    "echo,echo-1,INPUT,0.1",
    "echo,echo-1,OUTPUT,0.4"
  })
  void aTokenCostsWhatItsProviderAsks(
      String provider, String modelName, PriceComponent component, BigDecimal usd) {
    assertThat(ratesOf(provider, modelName).standard().prices().get(component))
        .isEqualByComparingTo(usd);
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic,claude-opus-4-6,SPEED,fast,6",
    "anthropic,claude-opus-4-8,SPEED,fast,2",
    "anthropic,claude-sonnet-5,INFERENCE_GEO,us,1.1",
    "openai,gpt-5.5,INFERENCE_GEO,eu,1.1"
  })
  void aWayOfServingCostsMore(
      String provider, String modelName, Multipliers.Trait trait, String value, BigDecimal factor) {
    assertThat(ratesOf(provider, modelName).multipliers().of(trait, value).orElseThrow())
        .isEqualByComparingTo(factor);
  }

  /** Lists have 0, or another unit's price, for these: nobody knows what they cost. */
  @ParameterizedTest
  @CsvSource({
    "gigachat,GigaChat-2-Max",
    "vertex_ai,meta/llama3-405b-instruct-maas",
    "bedrock,anthropic.claude-mythos-preview",
    "sambanova,Qwen2-Audio-7B-Instruct",
    "bedrock,twelvelabs.marengo-embed-2-7-v1:0"
  })
  void whatCannotBeBelievedIsUnpriced(String provider, String modelName) {
    assertThat(BundledPriceList.book().find("", provider, modelName, Prices.NOON)).isEmpty();
  }

  private static Rates ratesOf(String provider, String modelName) {
    return BundledPriceList.book()
        .find("", provider, modelName, Prices.NOON)
        .flatMap(PriceVersion::rates)
        .orElseThrow();
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
