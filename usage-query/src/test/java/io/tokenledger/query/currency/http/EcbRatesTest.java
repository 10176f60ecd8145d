package io.tokenledger.query.currency.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.query.currency.ExchangeRate;
import io.tokenledger.service.http.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in the two forms that the bank publishes, with rates of our own. */
class EcbRatesTest {

  @Test
  void theHistoryGivesARateToTheDollarForEachDayAndCurrency() {
    assertThat(
            read(
                """
                Date,USD,JPY,GBP,
                2026-01-30,1.25,163.5,0.85,
                2026-01-29,1.2,N/A,0.84,
                """))
        .containsExactly(
            "EUR 2026-01-30 0.8",
            "JPY 2026-01-30 130.8",
            "GBP 2026-01-30 0.68",
            "EUR 2026-01-29 0.833333333333",
            "GBP 2026-01-29 0.7");
  }

  @Test
  void theFileOfADayHasBlanksAndWritesTheDayOut() {
    assertThat(read("Date, USD, JPY, GBP, \n30 January 2026, 1.25, 163.5, 0.85, \n"))
        .containsExactly("EUR 2026-01-30 0.8", "JPY 2026-01-30 130.8", "GBP 2026-01-30 0.68");
  }

  /** The history has currencies that are no more, and the lira before six of its zeros went. */
  @Test
  void everyCurrencyThatTheBankEverQuotedIsKnown() {
    List<String> currencies =
        List.of(
            ("USD JPY BGN CYP CZK DKK EEK GBP HUF LTL LVL MTL PLN ROL RON SEK SIT SKK CHF ISK NOK"
                    + " HRK RUB TRL TRY AUD BRL CAD CNY HKD IDR ILS INR KRW MXN MYR NZD PHP SGD"
                    + " THB ZAR")
                .split(" "));
    String cells =
        currencies.stream()
            .map(code -> code.equals("TRL") ? "1874500" : "1.2")
            .collect(Collectors.joining(","));
    assertThat(read("Date," + String.join(",", currencies) + ",\n2004-12-31," + cells + "\n"))
        .hasSize(currencies.size());
  }

  @Test
  void aDayWithoutTheDollarHasNoRates() {
    assertThat(read("Date,USD,GBP\n2026-01-30,N/A,0.85\n2026-01-29,1.25,0.85"))
        .containsExactly("EUR 2026-01-29 0.8", "GBP 2026-01-29 0.68");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | first line begins with Date",
        "'<html>' | first line begins with Date",
        "'Date,USD\n' | no rate in the body",
        "'Date,GBP\n2026-01-30,0.85' | followed by USD",
        "'Date,USD,EURO\n2026-01-30,1.25,1' | [EURO]",
        "'Date,USD,GBP,GBP\n2026-01-30,1.25,1,1' | none of them twice",
      })
  void aFileThatIsNoSuchIsRefused(String file, String why) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(ApiException.class).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2026-01-30,1.25 | 'Date' must be followed by 2 rates.",
        "2026-01-30,1.25,-1 | 'GBP' must be a decimal number above 0",
        "2026-01-30,0,1 | 'USD' must be a decimal number above 0",
        "2026-01-30,1.25,1e5 | 'GBP' must be a decimal number above 0",
        "2026-01-30,999999999,0.000000000001 | 'GBP' must be such that a dollar is worth",
        "2026-02-30,1.25,1 | 'Date' must be a day",
        "30 Januar 2026,1.25,1 | 'Date' must be a day",
        "2026-01-01,1.25,1 | must not come twice: 2026-01-01.",
      })
  void aLineThatIsMalformedIsNamed(String line, String why) {
    assertThatThrownBy(() -> read("Date,USD,GBP,\n2026-01-01,1.25,0.85\n" + line))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal).hasMessageContaining("Nothing was imported");
              assertThat(refusal.faults()).hasSize(1);
              assertThat(refusal.faults().get(0).toString()).contains(why);
            });
  }

  @Test
  void tooManyDaysAreRefused() {
    String day = "2026-01-01,1.25\n";
    assertThatThrownBy(() -> read("Date,USD\n" + day.repeat(EcbRates.MAX_DAYS + 1)))
        .hasMessageContaining("At most 1000 days");
  }

  private static List<String> read(String file) {
    return EcbRates.read(file.getBytes(StandardCharsets.UTF_8)).stream()
        .map(EcbRatesTest::text)
        .toList();
  }

  private static String text(ExchangeRate rate) {
    assertThat(rate.source()).isEqualTo("ECB");
    return rate.currency() + " " + rate.day() + " " + rate.perUsdText();
  }
}
