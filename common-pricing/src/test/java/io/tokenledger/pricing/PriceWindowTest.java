package io.tokenledger.pricing;

import static io.tokenledger.pricing.Prices.rates;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.pricing.rates.PriceWindow;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-11-27 is a Friday. */
class PriceWindowTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T00:59:59.999Z,false",
    "2026-11-27T01:00:00Z,true",
    "2026-11-27T03:59:59.999Z,true",
    "2026-11-27T04:00:00Z,false",
    "2026-11-28T02:00:00Z,false",
    "2026-11-30T02:00:00Z,true",
    "1969-12-29T02:00:00Z,true"
  })
  void itBeginsInclusiveAndEndsExclusive(String at, boolean inside) {
    assertThat(window("'days':['mon','fri'],'from':'01:00','to':'04:00'").covers(Instant.parse(at)))
        .isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T16:29:59Z,false",
    "2026-11-27T16:30:00Z,true",
    "2026-11-27T23:59:59Z,true",
    "2026-11-28T00:29:59Z,true",
    "2026-11-28T00:30:00Z,false",
    "2026-11-27T00:10:00Z,false"
  })
  void acrossMidnightItIsOfTheDayItBeginsOn(String at, boolean inside) {
    assertThat(window("'days':['fri'],'from':'16:30','to':'00:30'").covers(Instant.parse(at)))
        .isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-28T00:00:00Z,true",
    "2026-11-28T23:59:59Z,true",
    "2026-11-29T12:00:00Z,true",
    "2026-11-30T00:00:00Z,false"
  })
  void withoutHoursBetweenItIsTheWholeDay(String at, boolean inside) {
    assertThat(window("'days':['sat','sun'],'from':'00:00','to':'00:00'").covers(Instant.parse(at)))
        .isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'from':'01:00','to':'04:00' | 'from':'04:00','to':'06:00' | false",
        "'from':'01:00','to':'04:00' | 'from':'03:59','to':'06:00' | true",
        "'from':'01:00','to':'04:00' | 'from':'02:00','to':'03:00' | true",
        "'from':'16:30','to':'00:30' | 'from':'00:29','to':'00:30' | true",
        "'from':'16:30','to':'00:30' | 'from':'00:30','to':'16:30' | false",
        "'days':['sun'],'from':'22:00','to':'02:00' | 'days':['mon'],'from':'01:00','to':'03:00' "
            + "| true",
        "'days':['sun'],'from':'22:00','to':'02:00' | 'days':['tue'],'from':'01:00','to':'03:00' "
            + "| false"
      })
  void twoOverlapOrNot(String one, String other, boolean overlap) {
    assertThat(window(one).overlaps(window(other))).isEqualTo(overlap);
    assertThat(window(other).overlaps(window(one))).isEqualTo(overlap);
  }

  private static PriceWindow window(String hours) {
    return rates("{'input':'1','windows':[{" + hours + ",'input':'2'}]}").windows().get(0);
  }
}
