package io.tokenledger.prices.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.tokenledger.prices.sync.plan.DoubtfulPrice;
import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Multipliers;
import io.tokenledger.pricing.rates.ServiceTier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
                    + "'input_cost_per_image_token':8e-06,'output_cost_per_image_token':3e-05,"
                    + "'cache_read_input_audio_token_cost':4e-07,"
                    + "'cache_read_input_image_token_cost':5e-07,"
                    + "'output_cost_per_reasoning_token':1.2e-05"))
        .isEqualTo(
            "{'input':'2.5','output':'10','cacheRead':'0.125','cacheWrite':'3',"
                + "'cacheWrite1h':'6','audioInput':'40','reasoning':'12','audioOutput':'80',"
                + "'imageInput':'8','imageOutput':'30','cacheReadAudio':'0.4',"
                + "'cacheReadImage':'0.5'}");
  }

  /**
   * Realtime models of OpenAI: their "creation" is what cached audio costs, as nobody pays writes.
   */
  @Test
  void tokenPricesStandUnderOtherNames() {
    assertThat(
            rates(
                "'input_cost_per_token':6e-07,'input_cost_per_image':8e-07,"
                    + "'input_cost_per_audio_token':1e-05,"
                    + "'cache_creation_input_audio_token_cost':3e-07,"
                    + "'input_cost_per_token_cache_hit':6e-08"))
        .isEqualTo(
            "{'input':'0.6','cacheRead':'0.06','audioInput':'10','imageInput':'0.8',"
                + "'cacheReadAudio':'0.3'}");
    assertThat(rates("'output_cost_per_image':0.00012")).isEqualTo("{'imageOutput':'120'}");
  }

  /** Gemini above 200k: the storage. DeepSeek lists 0, which is a price. */
  @Test
  void aWriteBelowTheInputIsNoPriceUnlessItIsFree() {
    String entry = "'input_cost_per_token':1e-06,'cache_creation_input_token_cost':";
    assertThat(rates(entry + "2.5e-07")).isEqualTo("{'input':'1'}");
    assertThat(rates(entry + "0.0")).isEqualTo("{'input':'1','cacheWrite':'0'}");
  }

  @Test
  void theResidueOfADoubleIsNoPartOfAPrice() {
    assertThat(rates("'input_cost_per_token':2.9999900000000002e-06"))
        .isEqualTo("{'input':'2.99999'}");
  }

  @Test
  void multipliersAreThoseOfTheWayOfServing() {
    assertThat(
            rates(
                "'input_cost_per_token':5e-06,'provider_specific_entry':{'us':1.1,'fast':6.0,"
                    + "'bedrock_invocation_schema':'titan_v2'}"))
        .isEqualTo(
            "{'input':'5','multipliers':{'inferenceGeo':{'us':'1.1'},'speed':{'fast':'6'}}}");
    assertThat(
            rates(
                "'input_cost_per_token':5e-06,'regional_processing_uplift_multiplier_eu':1.1,"
                    + "'regional_processing_uplift_multiplier_us':1.1"))
        .isEqualTo("{'input':'5','multipliers':{'inferenceGeo':{'eu':'1.1','us':'1.1'}}}");
  }

  @Test
  void hoursOffPeakAreWindowsOfEveryDay() {
    assertThat(
            rates(
                "'input_cost_per_token':3e-07,'output_cost_per_token':1.2e-06,"
                    + "'off_peak_pricing':{'hours_utc':['16:30-00:30','04:00-06:00'],"
                    + "'input_cost_per_token':1.5e-07}"))
        .isEqualTo(
            "{'input':'0.3','output':'1.2','windows':["
                + "{'from':'16:30','to':'00:30','input':'0.15','output':'1.2'},"
                + "{'from':'04:00','to':'06:00','input':'0.15','output':'1.2'}]}");
    assertThat(parse(entry("m", "p", "'input_cost_per_token':1e-6,'off_peak_pricing':{'days':1}")))
        .isEmpty();
  }

  /** MiniMax-M3, and a threshold that no list has yet. */
  @Test
  void anyThresholdIsRead() {
    assertThat(
            rates(
                "'input_cost_per_token':3e-07,'input_cost_per_token_above_512k_tokens':6e-07,"
                    + "'cache_read_input_token_cost_above_512k_tokens':1.2e-07,"
                    + "'output_cost_per_token_above_1000k_tokens':1e-05"))
        .isEqualTo(
            "{'input':'0.3','contextTiers':[{'above':512000,'input':'0.6','cacheRead':'0.12'},"
                + "{'above':1000000,'output':'10'}]}");
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
                    + "'annotation_cost_per_page':0.005,"
                    + "'search_context_cost_per_query':{'search_context_size_low':0.005,"
                    + "'search_context_size_medium':0.01}"))
        .isEqualTo(
            "{'perRequest':'0.005','units':{'annotatedPages':'0.005','characters':'0.000015',"
                + "'images':'0.04',"
                + "'pages':'0.003','requests':'0.002','webSearches':'0.01'}}");
  }

  @Test
  void aSecondOfAudioIsChargedOnce() {
    assertThat(
            rates(
                "'mode':'audio_transcription','input_cost_per_second':0.0001,"
                    + "'output_cost_per_second':0.0001"))
        .isEqualTo("{'units':{'audioSeconds':'0.0001'}}");
    assertThat(rates("'mode':'video_generation','output_cost_per_second':0.4"))
        .isEqualTo("{'units':{'videoSeconds':'0.4'}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
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
  void aModelListedAtZeroIsFreeWhereModelsAreGivenAway() {
    String free = "'input_cost_per_token':0.0,'output_cost_per_token':0";
    assertThat(parse(entry("ollama/llama3.1", "ollama", free))).hasSize(1);
    assertThat(parse(entry("together_ai/m-Turbo-Free", "together_ai", free))).hasSize(1);
    assertThat(read(entry("gigachat/GigaChat-2-Max", "gigachat", free)).doubtful())
        .extracting(DoubtfulPrice::reason)
        .singleElement(STRING)
        .startsWith("not_free: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'mode':'chat','input_cost_per_token':0.0007 | above_bound: input is 700 USD",
        "'mode':'embedding','input_cost_per_token':0.0001 | above_bound: input is 100 USD",
        "'mode':'chat','input_cost_per_token':5e-7,'output_cost_per_token':1e-4 | out_of_proportion",
        "'mode':'chat','input_cost_per_token':5e-7,'output_cost_per_token':0 | out_of_proportion",
        "'input_cost_per_token':1e-6,'cache_read_input_token_cost':2e-6 | contradiction: cacheRead",
        "'cache_creation_input_token_cost':2e-5,'cache_creation_input_token_cost_above_1hr':6e-6 | contradiction: cacheWrite",
        "'output_cost_per_image':40 | above_bound: units.images is 40 USD each"
      })
  void whatCannotBeBelievedIsSetAsideWithItsReason(String fields, String reason) {
    ListedPrices list = read(entry("m", "p", fields));
    assertThat(list.prices()).isEmpty();
    assertThat(list.doubtful()).hasSize(1);
    assertThat(list.doubtful().get(0).reason()).startsWith(reason);
  }

  /** gpt-5-nano has 50 times its price as priority. */
  @Test
  void aServiceTierThatCannotBeIsLeftOutAlone() {
    ListedPrices list =
        read(
            entry(
                "m",
                "openai",
                "'input_cost_per_token':5e-8,'input_cost_per_token_priority':2.5e-6,"
                    + "'input_cost_per_token_flex':2.5e-8"));
    assertThat(list.prices().get(0).rates().orElseThrow().serviceTiers())
        .containsOnlyKeys(ServiceTier.FLEX);
    assertThat(list.skipped()).containsOnlyKeys(SkipReason.IMPLAUSIBLE_TIER);
  }

  @Test
  void aKnownMistakeIsPutRightAsLongAsItStands() {
    String model = "wandb/Qwen/Qwen3-235B-A22B-Instruct-2507";
    String wrong = "'mode':'chat','input_cost_per_token':0.01,'output_cost_per_token':0.01";
    assertThat(inputOf(only(entry(model, "wandb", wrong)))).isEqualTo("0.1");
    String mended = "'mode':'chat','input_cost_per_token':2e-7,'output_cost_per_token':2e-7";
    assertThat(inputOf(only(entry(model, "wandb", mended)))).isEqualTo("0.2");
    String other = "'mode':'chat','input_cost_per_token':0.008,'output_cost_per_token':0.008";
    assertThat(read(entry(model, "wandb", other)).doubtful()).hasSize(1);
  }

  @Test
  void aMultiplierThatTheListLacksIsPutIn() {
    String fields = "'input_cost_per_token':3e-6,'output_cost_per_token':1.5e-5";
    String own = fields + ",'provider_specific_entry':{'us':1.2}";
    assertThat(multipliersOf("claude-sonnet-4-6", fields)).isEqualTo("{us=1.1}");
    assertThat(multipliersOf("claude-sonnet-4-6", own)).isEqualTo("{us=1.2}");
    assertThat(multipliersOf("claude-sonnet-4-5", fields)).isEqualTo("{}");
  }

  private static String multipliersOf(String model, String fields) {
    return only(entry(model, "anthropic", fields))
        .rates()
        .orElseThrow()
        .multipliers()
        .byTrait()
        .getOrDefault(Multipliers.Trait.INFERENCE_GEO, Map.of())
        .toString();
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
        .satisfies(version -> assertThat(inputOf(version)).isEqualTo("2"));
  }

  private static String inputOf(PriceVersion version) {
    return RatesJson.encode(version.rates().orElseThrow()).get("input").asText();
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
    return read(list).prices();
  }

  private static ListedPrices read(String list) {
    return LiteLlmPriceList.read(list.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
