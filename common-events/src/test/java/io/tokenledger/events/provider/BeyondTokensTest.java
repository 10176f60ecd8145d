package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import java.math.BigDecimal;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units, the provider's own cost and the service tier. */
class BeyondTokensTest {

  private static NormalizedUsage usage(String provider, String json) {
    return ProviderUsage.of(
        Origin.of(provider, ""), RecordedResponses.json(json.replace('\'', '"')));
  }

  @Test
  void unitsAreNotTokens() {
    assertUnits(
            "anthropic",
            "{'input_tokens':1,'output_tokens':1,'cache_read_input_tokens':0,"
                + "'server_tool_use':{'web_search_requests':2}}")
        .containsExactly(tuple("webSearches", new BigDecimal("2")));
    assertUnits("openai", "{'text':'hi','usage':{'type':'duration','seconds':61.5}}")
        .containsExactly(tuple("audioSeconds", new BigDecimal("61.5")));
    assertUnits("mistral", "{'usage_info':{'pages_processed':3,'doc_size_bytes':99}}")
        .containsExactly(tuple("pages", new BigDecimal("3")));
  }

  private static AbstractListAssert<?, ?, Tuple, ?> assertUnits(String provider, String json) {
    return assertThat(usage(provider, json).units().entrySet())
        .extracting(e -> e.getKey(), e -> e.getValue());
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000000005,0",
    "0.0000000015,2",
    "0.00000000251,3",
    "0.00000445,4450",
    "1e-999999999,0",
    "1000000,1000000000000000"
  })
  void costIsRoundedHalfToEven(String usd, long nanos) {
    String block = "{'prompt_tokens':1,'completion_tokens':1,'cost':%s}";
    assertThat(usage("openrouter", block.formatted(usd)).costNanos()).hasValue(nanos);
  }

  @Test
  void withAnOwnKeyTheProvidersPartIsAdded() {
    String block =
        "{'prompt_tokens':1,'completion_tokens':1,'cost':0.001,'is_byok':true,"
            + "'cost_details':{'upstream_inference_cost':0.02}}";
    assertThat(usage("openrouter", block).costNanos()).hasValue(21_000_000);
  }

  @Test
  void aCostWithoutATotalIsNoCost() {
    String block = "{'prompt_tokens':1,'completion_tokens':1,'cost':{'request_cost':0.1}}";
    assertThat(usage("perplexity", block).costNanos()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "default,standard",
    "on_demand,standard",
    "flex,flex",
    "PRIORITY,priority",
    "batch,batch"
  })
  void theTierOfTheResponseIsTaken(String said, String tier) {
    String response = "{'service_tier':'%s','usage':{'prompt_tokens':1,'completion_tokens':1}}";
    assertThat(usage("openai", response.formatted(said)).serviceTier()).hasValue(tier);
  }

  @Test
  void theTierOfTheLastEventWins() {
    String events =
        "[{'response':{'service_tier':'auto','usage':null}},"
            + "{'response':{'service_tier':'flex','usage':{'input_tokens':1,'output_tokens':1}}}]";
    assertThat(usage("openai", events).serviceTier()).hasValue("flex");
    assertThat(
            ProviderUsage.of(
                    Origin.of("vertex_ai", ""), RecordedResponses.read("vertex-stream-01.sse"))
                .serviceTier())
        .hasValue("flex");
  }

  @Test
  void aTierWithoutPricesOfItsOwnIsNone() {
    String block =
        "{'usageMetadata':{'promptTokenCount':1,'trafficType':'PROVISIONED_THROUGHPUT'}}";
    assertThat(usage("vertex_ai", block).serviceTier()).isEmpty();
  }
}
