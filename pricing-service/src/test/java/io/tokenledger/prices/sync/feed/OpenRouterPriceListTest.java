package io.tokenledger.prices.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.prices.sync.plan.ListedPrices;
import io.tokenledger.prices.sync.plan.SkipReason;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.RatesJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRouterPriceListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "openai/gpt-4o | {'input':'2.5','output':'10','cacheRead':'1.25'}",
        "openrouter/free | {'input':'0','output':'0'}",
        "anthropic/claude-opus-5 | {'input':'5','output':'25','cacheRead':'0.5','cacheWrite':'6.25',"
            + "'cacheWrite1h':'10','units':{'webSearches':'0.01'}}",
        "openai/gpt-audio | {'input':'2.5','output':'10','audioInput':'32','audioOutput':'64'}",
        "google/gemini-2.5-pro | {'input':'1.25','output':'10','cacheRead':'0.125',"
            + "'cacheWrite':'1.625','audioInput':'1.25','cacheReadAudio':'0.125','contextTiers':[{"
            + "'above':200000,'inclusive':true,'input':'2.5','output':'15','cacheRead':'0.25',"
            + "'cacheWrite':'2.875','audioInput':'2.5','cacheReadAudio':'0.25'}],"
            + "'units':{'webSearches':'0.014'}}",
        "openai/gpt-5-image | {'input':'10','output':'10','cacheRead':'1.25','imageOutput':'40',"
            + "'units':{'webSearches':'0.01'}}"
      })
  void theRecordedListIsReadExactly(String model, String rates) throws IOException {
    assertThat(ratesOf(model, OpenRouterPriceList.read(recorded()))).isEqualTo(rates);
  }

  @Test
  void routersHaveNoPriceAndEverythingElseHas() throws IOException {
    ListedPrices list = OpenRouterPriceList.read(recorded());
    assertThat(list.skipped()).containsOnlyKeys(SkipReason.NO_PRICE);
    assertThat(list.skipped().get(SkipReason.NO_PRICE))
        .containsExactlyInAnyOrder("openrouter/auto", "openrouter/fusion");
    assertThat(list.prices()).hasSize(17).allMatch(each -> each.provider().equals("openrouter"));
    assertThat(list.doubtful())
        .extracting(each -> each.price().modelName())
        .containsExactly("google/lyria-3-pro-preview");
    assertThat(list.prices().get(0).id())
        .isEqualTo("openrouter:openrouter/anthropic/claude-opus-5@1970-01-01");
  }

  @Test
  void ofSeveralOverridesThatHoldTheLaterWinsForEachPrice() {
    assertThat(
            only(
                "'prompt':'0.000001','completion':'0.000002','overrides':["
                    + "{'min_prompt_tokens':32000,'prompt':'0.000003','completion':'0.000006'},"
                    + "{'min_prompt_tokens':256000,'prompt':'0.000004'}]"))
        .isEqualTo(
            "{'input':'1','output':'2','contextTiers':["
                + "{'above':32000,'inclusive':true,'input':'3','output':'6'},"
                + "{'above':256000,'inclusive':true,'input':'4','output':'6'}]}");
  }

  @Test
  void hoursOfTheDayAreWindowsThatDoNotOverlap() {
    assertThat(
            only(
                "'prompt':'0.000001','completion':'0.000002','overrides':["
                    + "{'utc_start':'16:30','utc_end':'00:30','prompt':'0.0000005'},"
                    + "{'utc_start':'22:00','utc_end':'23:00','completion':'0.000001'},"
                    + "{'min_prompt_tokens':32000,'utc_start':'22:00','utc_end':'23:00',"
                    + "'prompt':'0.0000009'}]"))
        .isEqualTo(
            "{'input':'1','output':'2','windows':["
                + "{'from':'16:30','to':'22:00','input':'0.5','output':'2'},"
                + "{'from':'22:00','to':'23:00','input':'0.5','output':'1','contextTiers':[{"
                + "'above':32000,'inclusive':true,'input':'0.9','output':'1'}]},"
                + "{'from':'23:00','to':'00:30','input':'0.5','output':'2'}]}");
  }

  @Test
  void aDiscountIsTakenOffEachPrice() {
    assertThat(
            only(
                "'prompt':'0.000002','completion':'0.00001','web_search':'0.01','discount':0.25,"
                    + "'overrides':[{'min_prompt_tokens':8,'prompt':'0.000004'}]"))
        .isEqualTo(
            "{'input':'1.5','output':'7.5','contextTiers':[{'above':8,'inclusive':true,"
                + "'input':'3'}],'units':{'webSearches':'0.0075'}}");
  }

  @Test
  void imagesAndCachedAudioHavePricesOfTheirOwn() {
    assertThat(
            only(
                "'prompt':'0.000002','completion':'0.000012','image':'0.000003',"
                    + "'image_output':'0.00012','audio':'0.000002',"
                    + "'input_audio_cache':'0.0000002','internal_reasoning':'0.000003'"))
        .isEqualTo(
            "{'input':'2','output':'12','audioInput':'2','reasoning':'3','imageInput':'3',"
                + "'imageOutput':'120','cacheReadAudio':'0.2'}");
  }

  @Test
  void whatCannotBeBelievedIsSetAside() {
    ListedPrices list =
        OpenRouterPriceList.read(list(model("a/b", "'prompt':'0.0007','completion':'0.0007'")));
    assertThat(list.prices()).isEmpty();
    assertThat(list.doubtful().get(0).reason()).startsWith("above_bound: ");
    ListedPrices free =
        OpenRouterPriceList.read(
            list(
                model("a/b:free", "'prompt':'0','completion':'0'"),
                model("a/b", "'prompt':'0','completion':'0'")));
    assertThat(free.prices()).extracting(PriceVersion::modelName).containsExactly("a/b:free");
    assertThat(free.doubtful().get(0).reason()).startsWith("not_free: ");
  }

  @Test
  void aFeePerRequestIsAddedAndNoneIsNone() {
    assertThat(only("'prompt':'0','completion':'0','request':'0.005'"))
        .isEqualTo("{'input':'0','output':'0','perRequest':'0.005'}");
    assertThat(only("'prompt':'1e-6','completion':'0','request':'0'"))
        .isEqualTo("{'input':'1','output':'0'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'prompt':'-1','completion':'-1'                     | NO_PRICE",
        "'prompt':'-1.0','completion':'0.1'                  | NO_PRICE",
        "'completion':'0.00001'                              | NO_PRICE",
        "'prompt':'-0.000001','completion':'0.00001'         | IMPLAUSIBLE_PRICE",
        "'prompt':'0.000001','completion':'-2'               | IMPLAUSIBLE_PRICE",
        "'prompt':'0.000001','completion':'0','audio':'-1'   | IMPLAUSIBLE_PRICE",
        "'prompt':'free','completion':'0'                    | IMPLAUSIBLE_PRICE",
        "'prompt':'','completion':'0'                        | IMPLAUSIBLE_PRICE",
        "'prompt':'NaN','completion':'0'                     | IMPLAUSIBLE_PRICE",
        "'prompt':'0.02','completion':'0'                    | IMPLAUSIBLE_PRICE",
        "'prompt':'1e2147483647','completion':'0'            | IMPLAUSIBLE_PRICE",
        "'prompt':'1e-2147483647','completion':'0'           | IMPLAUSIBLE_PRICE",
        "'prompt':true,'completion':'0'                      | IMPLAUSIBLE_PRICE",
        "'prompt':'0','completion':'0','overrides':[{'prompt':'1e-6'}] | IMPLAUSIBLE_PRICE",
        "'prompt':'1e-6','completion':'0','overrides':[{'utc_days':'mon','utc_start':'1:00','utc_end':'4:00'}] | IMPLAUSIBLE_PRICE",
        "'prompt':'1e-6','completion':'0','overrides':[{'utc_start':'noon','utc_end':'4:00'}] | IMPLAUSIBLE_PRICE",
        "'prompt':'1e-6','completion':'0','overrides':[{'utc_start':'01:00'}] | IMPLAUSIBLE_PRICE",
        "'prompt':'1e-6','completion':'0','discount':1        | IMPLAUSIBLE_PRICE"
      })
  void aPriceThatCannotBeIsNotTakenInPart(String pricing, SkipReason reason) {
    ListedPrices list = OpenRouterPriceList.read(list(model("a/b", pricing)));
    assertThat(list.prices()).isEmpty();
    assertThat(list.skipped()).containsOnlyKeys(reason);
  }

  @Test
  void aNameThatComesTwiceIsReadOnlyWhereBothAgree() {
    String cheap = "'prompt':'0.000001','completion':'0'";
    ListedPrices list =
        OpenRouterPriceList.read(
            list(
                model("a/same", cheap),
                model("a/same", cheap),
                model("a/torn", cheap),
                model("a/torn", "'prompt':'0.000002','completion':'0'")));
    assertThat(list.prices()).extracting(PriceVersion::modelName).containsExactly("a/same");
    assertThat(list.skipped().get(SkipReason.DUPLICATE_NAME)).containsExactly("a/torn");
  }

  @Test
  void aNameThatNoEventCanHaveIsPassedOver() {
    ListedPrices list =
        OpenRouterPriceList.read(
            list(
                model("x".repeat(201), "'prompt':'1e-6','completion':'0'"),
                model("", "'prompt':'1e-6','completion':'0'"),
                model("a\\u0007b", "'prompt':'1e-6','completion':'0'")));
    assertThat(list.prices()).isEmpty();
    assertThat(list.skipped().get(SkipReason.INVALID_NAME)).hasSize(3).contains("a?b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"data\":{}}", "{\"models\":[]}", "[]", "\"text\"", "null", "1"})
  void anythingElseIsNotAPriceList(String document) {
    assertRefused(SyncFailure.NOT_A_PRICE_LIST, document.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Sign in</body></html>",
        "{\"data\":[",
        "{\"data\":[]}{}",
        "{\"data\":[],\"data\":[]}",
        "{\"data\":[1e99999999999]}"
      })
  void whatIsNotOneJsonDocumentIsRefused(String document) {
    assertRefused(SyncFailure.NOT_JSON, document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void depthAndNumbersAreBounded() {
    String deep = "{\"data\":" + "[".repeat(100) + "]".repeat(100) + "}";
    assertRefused(SyncFailure.NOT_JSON, deep.getBytes(StandardCharsets.UTF_8));
    String number = "{\"data\":[" + "1".repeat(1_000) + "]}";
    assertRefused(SyncFailure.NOT_JSON, number.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(SyncFailure reason, byte[] document) {
    assertThatThrownBy(() -> OpenRouterPriceList.read(document))
        .isInstanceOfSatisfying(
            SyncFailedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static String only(String pricing) {
    return ratesOf("a/b", OpenRouterPriceList.read(list(model("a/b", pricing))));
  }

  private static String ratesOf(String model, ListedPrices list) {
    return list.prices().stream()
        .filter(each -> each.modelName().equals(model))
        .map(each -> RatesJson.encode(each.rates().orElseThrow()).toString().replace('"', '\''))
        .findFirst()
        .orElseThrow();
  }

  private static String model(String id, String pricing) {
    return "{'id':'" + id + "','pricing':{" + pricing + "}}";
  }

  private static byte[] list(String... models) {
    return ("{'data':[" + String.join(",", models) + "]}")
        .replace('\'', '"')
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] recorded() throws IOException {
    try (var file =
        OpenRouterPriceListTest.class.getResourceAsStream("/feeds/openrouter-models.json")) {
      return file.readAllBytes();
    }
  }
}
