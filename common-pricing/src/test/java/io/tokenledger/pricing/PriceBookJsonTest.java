package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.rates;
import static io.tokenledger.pricing.Prices.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBookJsonTest {

  private static final String FULL =
      "{'input':'3','output':'15','cacheWrite1h':'6','perRequest':'0.01',"
          + "'units':{'webSearches':'0.01'},"
          + "'contextTiers':[{'above':200000,'inclusive':true,'input':'6'}],"
          + "'serviceTiers':{'batch':{'input':'1.5','contextTiers':[{'above':9,'input':'2'}]}}}";

  private static final PriceBook BOOK =
      PriceBook.of(
          42,
          List.of(
              version("acme", "openai", "gpt:4/o", "2026-01-01T00:00:00.000001Z", 41, FULL),
              version("", "openai", "gpt", "2026-02-01", 42, "")));

  @Test
  void whatIsWrittenIsRead() {
    PriceBook read = PriceBookJson.decode(PriceBookJson.encode(BOOK));
    assertThat(read.version()).isEqualTo(42);
    assertThat(read.versions()).isEqualTo(BOOK.versions());
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
        "{'input':'1','units':{'goats':'1'}} | rates.units.goats",
        "{'input':'1','units':{'images':'-1'}} | rates.units.images",
        "{'input':'1','units':[]} | rates.units",
        "{'input':'1','contextTiers':{}} | rates.contextTiers",
        "{'input':'1','contextTiers':[{'input':'1'}]} | rates.contextTiers[0].above",
        "{'input':'1','contextTiers':[{'above':-1}]} | rates.contextTiers[0].above",
        "{'input':'1','contextTiers':[{'above':1,'perRequest':'1'}]} "
            + "| rates.contextTiers[0].perRequest",
        "{'input':'1','contextTiers':[{'above':1,'inclusive':1}]} "
            + "| rates.contextTiers[0].inclusive",
        "{'input':'1','serviceTiers':{'standard':{'input':'1'}}} | rates.serviceTiers.standard",
        "{'input':'1','serviceTiers':{'flex':{'output':'x'}}} | rates.serviceTiers.flex.output",
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
}
