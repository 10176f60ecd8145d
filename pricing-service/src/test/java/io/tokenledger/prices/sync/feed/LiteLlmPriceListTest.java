package io.tokenledger.prices.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.RatesJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteLlmPriceListTest {

  @ParameterizedTest
  @CsvSource({
    "gpt-4o,openai,openai/gpt-4o",
    "gemini/gemini-2.5-pro,gemini,google/gemini-2.5-pro",
    "gemini-2.5-pro,vertex_ai-language-models,vertex_ai/gemini-2.5-pro",
    "vertex_ai/claude-sonnet-4@20250514,vertex_ai-anthropic_models,vertex_ai/claude-sonnet-4@20250514",
    "us.anthropic.claude-v1:0,bedrock_converse,bedrock/us.anthropic.claude-v1:0",
    "bedrock/us-east-1/anthropic.claude-v2,bedrock,bedrock/us-east-1/anthropic.claude-v2",
    "command-r,cohere_chat,cohere/command-r",
    "azure/gpt-35-turbo-instruct,azure_text,azure/gpt-35-turbo-instruct",
    "text-completion-codestral/codestral-latest,text-completion-codestral,codestral/codestral-latest",
    "openrouter/anthropic/claude-sonnet-4.6,openrouter,openrouter/anthropic/claude-sonnet-4.6",
    "fireworks_ai/a/b,fireworks_ai-embedding-models,fireworks_ai/a/b",
    "amazon-nova/nova-lite,amazon_nova,amazon_nova/nova-lite",
    "ft:gpt-4o-2024-08-06,openai,openai/ft:gpt-4o-2024-08-06"
  })
  void namesAreThoseOfUsageEvents(String key, String provider, String expected) {
    PriceVersion version = only(entry(key, provider, "'input_cost_per_token':1e-6"));
    assertThat(version.provider() + "/" + version.modelName()).isEqualTo(expected);
    assertThat(version.id()).isEqualTo("litellm:" + expected + "@1970-01-01");
  }

  @Test
  void tokenPricesAreExactAndPerMillion() {
    assertThat(
            rates(
                "'input_cost_per_token':2.5e-06,'output_cost_per_token':0.00001,"
                    + "'cache_read_input_token_cost':1.25e-7,"
                    + "'cache_creation_input_token_cost':3e-06,"
                    + "'cache_creation_input_token_cost_above_1hr':6e-06,"
                    + "'input_cost_per_audio_token':4e-05,'output_cost_per_audio_token':8e-05,"
                    + "'output_cost_per_reasoning_token':1.2e-05"))
        .isEqualTo(
            "{'input':'2.5','output':'10','cacheRead':'0.125','cacheWrite':'3',"
                + "'cacheWrite1h':'6','audioInput':'40','reasoning':'12','audioOutput':'80'}");
  }

  @Test
  void contextAndServiceTiersCombine() {
    assertThat(
            rates(
                "'input_cost_per_token':5e-06,'input_cost_per_token_above_272k_tokens':1e-05,"
                    + "'input_cost_per_token_above_272k_tokens_flex':5e-06,"
                    + "'input_cost_per_token_flex':2.5e-06,"
                    + "'cache_creation_input_token_cost_above_1hr_above_272k_tokens':1.2e-05,"
                    + "'output_cost_per_token_batches':3e-06,'input_cost_per_token_priority':9e-6"))
        .isEqualTo(
            "{'input':'5','contextTiers':[{'above':272000,'input':'10','cacheWrite1h':'12'}],"
                + "'serviceTiers':{'batch':{'output':'3'},"
                + "'flex':{'input':'2.5','contextTiers':[{'above':272000,'input':'5'}]},"
                + "'priority':{'input':'9'}}}");
  }

  @Test
  void rangesBecomeContextTiers() {
    assertThat(
            rates(
                "'tiered_pricing':["
                    + "{'input_cost_per_token':5e-08,'output_cost_per_token':4e-07,'range':[0,256000.0]},"
                    + "{'input_cost_per_token':2.5e-07,'range':[256000.0,1000000.0]}]"))
        .isEqualTo(
            "{'input':'0.05','output':'0.4','contextTiers':[{'above':256000,'input':'0.25'}]}");
  }

  @Test
  void thresholdsOfXaiAreInclusive() {
    String xai = "'input_cost_per_token':2e-7,'input_cost_per_token_above_128k_tokens':4e-7";
    assertThat(only(entry("xai/grok", "xai", xai)).rates().orElseThrow().standard().contextTiers())
        .allMatch(tier -> tier.inclusive() && tier.above() == 128_000);
  }

  @Test
  void unitsHaveTheNamesOfUsageEvents() {
    assertThat(
            rates(
                "'input_cost_per_request':0.005,'input_cost_per_query':0.002,"
                    + "'output_cost_per_image':0.04,'input_cost_per_image':0.01,"
                    + "'input_cost_per_character':1.5e-05,'ocr_cost_per_page':0.003,"
                    + "'search_context_cost_per_query':{'search_context_size_low':0.005,"
                    + "'search_context_size_medium':0.01}"))
        .isEqualTo(
            "{'perRequest':'0.005','units':{'characters':'0.000015','images':'0.04',"
                + "'pages':'0.003','requests':'0.002','webSearches':'0.01'}}");
  }

  @Test
  void aSecondOfAudioIsChargedOnce() {
    assertThat(
            rates(
                "'mode':'audio_transcription','input_cost_per_second':0.0001,"
                    + "'output_cost_per_second':0.0001"))
        .isEqualTo("{'units':{'audioSeconds':'0.0001'}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'mode':'video_generation','output_cost_per_second':0.4",
        "'input_cost_per_token':-1e-6",
        "'input_cost_per_token':0.06",
        "'input_cost_per_token':0.0,'input_cost_per_pixel':1.9e-8",
        "'input_cost_per_token':0.0,'input_dbu_cost_per_token':1e-6",
        "'max_tokens':4096",
        "'input_cost_per_token':'free'"
      })
  void whatCannotBeChargedLeavesTheModelUnpriced(String fields) {
    assertThat(parse(entry("m", "openai", fields))).isEmpty();
  }

  @Test
  void aModelListedAtZeroIsFree() {
    assertThat(rates("'input_cost_per_token':0.0,'output_cost_per_token':0"))
        .isEqualTo("{'input':'0','output':'0'}");
  }

  @Test
  void whatIsNotAModelIsSkipped() {
    String fields = "'litellm_provider':'openai','input_cost_per_token':1e-6";
    String list =
        "{'sample_spec':{%s},'fallback_generalizations':{'rules':[]},'nobody':{},'m':{%s}}";
    assertThat(parse(list.formatted(fields, fields)))
        .extracting(PriceVersion::modelName)
        .containsExactly("m");
  }

  @Test
  void theKeyThatCarriesItsProviderWinsWhateverTheOrder() {
    String prefixed = "'deepseek/chat':{'litellm_provider':'deepseek','input_cost_per_token':2e-6}";
    String bare = "'chat':{'litellm_provider':'deepseek','input_cost_per_token':1e-6}";
    assertThat(parse("{" + prefixed + "," + bare + "}"))
        .isEqualTo(parse("{" + bare + "," + prefixed + "}"))
        .singleElement()
        .satisfies(
            version ->
                assertThat(RatesJson.encode(version.rates().orElseThrow()).get("input").asText())
                    .isEqualTo("2"));
  }

  @Test
  void whatIsNoListIsRefused() {
    assertThatThrownBy(() -> LiteLlmPriceList.parse("[]".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  private static String rates(String fields) {
    PriceVersion version = only(entry("m", "openai", fields));
    return RatesJson.encode(version.rates().orElseThrow()).toString().replace('"', '\'');
  }

  private static String entry(String key, String provider, String fields) {
    return "{'" + key + "':{'litellm_provider':'" + provider + "'," + fields + "}}";
  }

  private static PriceVersion only(String list) {
    List<PriceVersion> versions = parse(list);
    assertThat(versions).hasSize(1);
    return versions.get(0);
  }

  private static List<PriceVersion> parse(String list) {
    try {
      return LiteLlmPriceList.parse(list.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
