package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.alias;
import static io.tokenledger.pricing.Prices.rates;
import static io.tokenledger.pricing.Prices.version;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.pricing.json.InvalidPriceException;
import io.tokenledger.pricing.json.PriceBookJson;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Multipliers;
import io.tokenledger.pricing.rates.PriceComponent;
import io.tokenledger.pricing.rates.Rates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookJsonTest {

  private static final String FULL =
      "{'input':'3','output':'15','cacheWrite1h':'6','perRequest':'0.01',"
          + "'units':{'webSearches':'0.01'},"
          + "'contextTiers':[{'above':200000,'inclusive':true,'input':'6'}],"
          + "'serviceTiers':{'batch':{'input':'1.5','contextTiers':[{'above':9,'input':'2'}]}}";

  /** What a price may say since images, own units, multipliers and windows came. */
  private static final String FULLER =
      FULL.replace("'units':{", "'units':{'ocrTables':'0.02',")
          + ",'imageOutput':'30','cacheReadAudio':'0.4',"
          + "'multipliers':{'inferenceGeo':{'us':'1.1'},'speed':{'fast':'2'}},"
          + "'windows':[{'days':['mon','fri'],'from':'01:00','to':'04:00','input':'6'},"
          + "{'from':'16:30','to':'00:30','input':'1',"
          + "'contextTiers':[{'above':9,'input':'2'}]}]}";

  private static final List<PriceVersion> VERSIONS =
      List.of(
          version("acme", "openai", "gpt:4/o", "2026-01-01T00:00:00.000001Z", 41, FULL + "}"),
          version("globex", "openai", "gpt", "2026-01-01", 41, FULLER),
          version("", "openai", "gpt", "2026-02-01", 42, ""));

  private static final PriceBook BOOK =
      PriceBook.of(
          44,
          VERSIONS,
          List.of(
              alias("acme", "azure/prod \"4\"", "2026-01-01", 43, "openai/gpt:4/o"),
              alias("", "azure/prod", "2026-03-01", 44, "")));

  @Test
  void whatIsWrittenIsRead() {
    PriceBook read = PriceBookJson.decode(PriceBookJson.encode(BOOK));
    assertThat(read.version()).isEqualTo(44);
    assertThat(read.versions()).isEqualTo(BOOK.versions());
    assertThat(read.aliases()).isEqualTo(BOOK.aliases());
  }

  /**
   * Word for word: what is stored must never be written another way, nor read as something else.
   */
  @Test
  void ratesStoredBeforeStayAsTheyAre() {
    String stored =
        "{'input':'3','output':'15','cacheWrite1h':'6',"
            + "'contextTiers':[{'above':200000,'inclusive':true,'input':'6'}],"
            + "'perRequest':'0.01','units':{'webSearches':'0.01'},"
            + "'serviceTiers':{'batch':{'input':'1.5','contextTiers':[{'above':9,'input':'2'}]}}}";
    Rates read = rates(stored);
    assertThat(RatesJson.encode(read).toString()).isEqualTo(stored.replace('\'', '"'));
    assertThat(read.multipliers()).isEqualTo(Multipliers.NONE);
    assertThat(read.windows()).isEmpty();
  }

  @Test
  void aDocumentOfATimeBeforeAliasesIsRead() {
    String old = new String(PriceBookJson.encode(PriceBook.of(42, VERSIONS)), UTF_8);
    assertThat(old).doesNotContain("aliases");
    assertThat(PriceBookJson.decode(old.getBytes(UTF_8)).versions()).isEqualTo(VERSIONS);
  }

  @Test
  void aBookWithoutPricesIsStillJson() {
    String empty = new String(PriceBookJson.encode(PriceBook.of(0, List.of())), UTF_8);
    assertThat(empty).isEqualToIgnoringWhitespace("{\"version\":0,\"prices\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"alias\":\"prod\"    | \"alias\":\"\"      | aliases[0].alias",
        "\"target\":{          | \"aim\":{          | aliases[0].target",
        "\"target\":{          | \"target\":7,\"x\":{ | aliases[0].target",
        "\"aliases\":[         | \"aliases\":7,\"x\":[ | aliases",
        "\"bookVersion\":2     | \"bookVersion\":2.5 | aliases[0].bookVersion"
      })
  void aBadAliasIsRefusedNamingTheField(String right, String wrong, String field) {
    PriceBook book =
        PriceBook.of(
            2,
            List.of(version("", "openai", "m", "2026-01-01", 1, "{'input':'1'}")),
            List.of(alias("", "azure/prod", "2026-01-01", 2, "openai/m")));
    String document = new String(PriceBookJson.encode(book), UTF_8);
    assertThat(document).contains(right);
    assertThatThrownBy(() -> PriceBookJson.decode(document.replace(right, wrong).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            InvalidPriceException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] document = PriceBookJson.encode(BOOK);
    int end = new String(document, StandardCharsets.UTF_8).lastIndexOf('}');
    for (int length = 0; length <= end; length++) {
      byte[] cut = Arrays.copyOf(document, length);
      assertThatThrownBy(() -> PriceBookJson.decode(cut)).isInstanceOf(InvalidPriceException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{'version':1}",
        "{'version':1,'prices':[]}",
        "{'version':-1,'prices':[1]}",
        "{'version':1.5,'prices':[1]}",
        "{'version':1,'prices':[1]}",
        "{'version':1,'prices':[{}]}",
        "{'version':1,'version':2,'prices':[]}",
        "{'version':1,'prices':[]} {}"
      })
  void anAbsurdDocumentIsRefused(String json) {
    byte[] document = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> PriceBookJson.decode(document))
        .isInstanceOf(InvalidPriceException.class);
  }

  @Test
  void aRepeatedIdIsRefused() {
    PriceVersion once = version("a", "m", "2026-01-01", "{'input':'1'}");
    byte[] document = PriceBookJson.encode(PriceBook.of(1, List.of(once, once)));
    assertThatThrownBy(() -> PriceBookJson.decode(document))
        .isInstanceOf(InvalidPriceException.class)
        .hasMessageContaining("prices[1].id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'input':'-1'} | rates.input",
        "{'input':'10001'} | rates.input",
        "{'input':'1e400'} | rates.input",
        "{'input':1e999999} | rates.input",
        "{'input':'1e-40'} | rates.input",
        "{'input':'three'} | rates.input",
        "{'input':true} | rates.input",
        "{'input':null} | rates.input",
        "{'input':'NaN'} | rates.input",
        "{'inputs':'1'} | rates.inputs",
        "{'input':'1','units':{'two words':'1'}} | rates.units.two words",
        "{'input':'1','units':{'cacheRead':'1'}} | rates.units.cacheRead",
        "{'input':'1','units':{'perRequest':'1'}} | rates.units.perRequest",
        "{'input':'1','units':{'images':'-1'}} | rates.units.images",
        "{'input':'1','units':[]} | rates.units",
        "{'input':'1','contextTiers':{}} | rates.contextTiers",
        "{'input':'1','contextTiers':[{'input':'1'}]} | rates.contextTiers[0].above",
        "{'input':'1','contextTiers':[{'above':-1}]} | rates.contextTiers[0].above",
        "{'input':'1','contextTiers':[{'above':1}]} | rates.contextTiers[0]",
        "{'input':'1','contextTiers':[{'above':'1','input':'1'}]} | rates.contextTiers[0].above",
        "{'input':'1','contextTiers':[{'above':9,'input':'1'},{'above':9,'input':'2'}]} "
            + "| rates.contextTiers[1].above",
        "{'input':'1','contextTiers':[{'above':1,'perRequest':'1'}]} "
            + "| rates.contextTiers[0].perRequest",
        "{'input':'1','contextTiers':[{'above':1,'inclusive':1}]} "
            + "| rates.contextTiers[0].inclusive",
        "{'input':'1','serviceTiers':{'standard':{'input':'1'}}} | rates.serviceTiers.standard",
        "{'input':'1','serviceTiers':{'flex':{'output':'x'}}} | rates.serviceTiers.flex.output",
        "{'input':'1','multipliers':{'mood':{'good':'1'}}} | rates.multipliers.mood",
        "{'input':'1','multipliers':{'speed':'2'}} | rates.multipliers.speed",
        "{'input':'1','multipliers':{'speed':{'Fast':'2'}}} | rates.multipliers.speed.Fast",
        "{'input':'1','multipliers':{'speed':{'fast':'0'}}} | rates.multipliers.speed.fast",
        "{'input':'1','multipliers':{'speed':{'fast':'101'}}} | rates.multipliers.speed.fast",
        "{'input':'1','multipliers':{'speed':{'fast':null}}} | rates.multipliers.speed.fast",
        "{'input':'1','multipliers':{'speed':{'fast':'1.00000000001'}}} "
            + "| rates.multipliers.speed.fast",
        "{'input':'1','windows':{}} | rates.windows",
        "{'input':'1','windows':[{'to':'04:00','input':'1'}]} | rates.windows[0].from",
        "{'input':'1','windows':[{'from':'1:00','to':'04:00','input':'1'}]} "
            + "| rates.windows[0].from",
        "{'input':'1','windows':[{'from':'01:00','to':'24:00','input':'1'}]} "
            + "| rates.windows[0].to",
        "{'input':'1','windows':[{'from':'01:00','to':'04:00'}]} | rates.windows[0]",
        "{'input':'1','windows':[{'from':'01:00','to':'04:00','perRequest':'1'}]} "
            + "| rates.windows[0].perRequest",
        "{'input':'1','windows':[{'days':[],'from':'01:00','to':'04:00','input':'1'}]} "
            + "| rates.windows[0].days",
        "{'input':'1','windows':[{'days':['mon','mon'],'from':'01:00','to':'04:00','input':'1'}]} "
            + "| rates.windows[0].days",
        "{'input':'1','windows':[{'days':['Monday'],'from':'01:00','to':'04:00','input':'1'}]} "
            + "| rates.windows[0].days",
        "{'input':'1','windows':[{'days':['sun'],'from':'22:00','to':'02:00','input':'1'},"
            + "{'days':['mon'],'from':'01:59','to':'03:00','input':'1'}]} | rates.windows[1]",
        "{'multipliers':{'speed':{'fast':'2'}}} | rates",
        "{} | rates",
        "[] | rates"
      })
  void anErrorNamesItsField(String json, String field) {
    assertThatThrownBy(() -> rates(json))
        .isInstanceOfSatisfying(
            InvalidPriceException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void pricesMayBeNumbersAndAreEqualByValue() {
    assertThat(rates("{'input':2.50,'output':1e-2}"))
        .isEqualTo(rates("{'input':'2.5','output':'0.010'}"));
    assertThat(RatesJson.encode(rates("{'input':1E+3}")).get("input").textValue())
        .isEqualTo("1000");
  }

  /** What somebody sets is bounded; what is recorded already must still be read. */
  @Test
  void newRatesHaveABoundedSizeAndNumberOfTiers() throws IOException {
    String many =
        IntStream.rangeClosed(1, 17)
            .mapToObj("{\"above\":%d,\"input\":\"1\"}"::formatted)
            .collect(Collectors.joining(",", "{\"contextTiers\":[", "]}"));
    JsonNode tooMany = new JsonMapper().readTree(many);
    assertThatThrownBy(() -> RatesJson.decodeNew(tooMany, "rates"))
        .isInstanceOf(InvalidPriceException.class)
        .hasMessageContaining("16 contextTiers");
    assertThat(RatesJson.decode(tooMany, "rates").standard().contextTiers()).hasSize(17);

    String price = "1." + "1".repeat(29);
    String prices =
        Arrays.stream(PriceComponent.values())
            .filter(PriceComponent::isTokenClass)
            .map(PriceComponent::code)
            .map(each -> "\"%s\":\"%s\"".formatted(each, price))
            .collect(Collectors.joining(","));
    String card =
        IntStream.rangeClosed(1, 16)
            .mapToObj(above -> "{\"above\":%d,%s}".formatted(above, prices))
            .collect(Collectors.joining(",", "\"contextTiers\":[", "]"));
    JsonNode tooLarge =
        new JsonMapper()
            .readTree(
                "{%1$s,\"serviceTiers\":{\"batch\":{%1$s,%2$s},\"flex\":{%1$s,%2$s},\"priority\":{%1$s,%2$s}}}"
                    .formatted(card, prices));
    assertThatThrownBy(() -> RatesJson.decodeNew(tooLarge, "rates"))
        .isInstanceOf(InvalidPriceException.class)
        .hasMessageContaining("16 KiB");
  }
}
