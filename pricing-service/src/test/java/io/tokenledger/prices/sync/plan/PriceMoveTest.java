package io.tokenledger.prices.sync.plan;

import static io.tokenledger.prices.support.Prices.rates;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceMoveTest {

  private static final BigDecimal FACTOR = new BigDecimal(3);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'input':'1'}              | {'input':'3'}              | input                | false",
        "{'input':'1'}              | {'input':'3.0001'}         | input                | true",
        "{'input':'3'}              | {'input':'1'}              | input                | false",
        "{'input':'3.0001'}         | {'input':'1'}              | input                | true",
        "{'input':'0'}              | {'input':'0.0001'}         | input                | true",
        "{'input':'1'}              | {'input':'0'}              | input                | true",
        "{'input':'1','output':'2'} | {'input':'1'}              | output               | true",
        "{'input':'1'}              | {'input':'1','output':'9'} | output               | false",
        "{'input':'1'}              | {'input':'1','cacheRead':'0.1'} | cacheRead       | false",
        "{'input':'1'}              | {'input':'1','cacheRead':'0'}   | cacheRead       | true",
        "{'input':'1','cacheRead':'0.1'} | {'input':'1'}         | cacheRead            | true",
        "{'output':'1'}             | {'output':'1','reasoning':'4'}  | reasoning       | true",
        "{'input':'1'}              | {'input':'1','perRequest':'0.1'} | perRequest     | true",
        "{'input':'1','units':{'images':'1'}} | {'input':'1','units':{'images':'4'}} | units.images | true",
        "{'input':'1','units':{'images':'1'}} | {'input':'1'}    | units.images         | true",
        "{'input':'1'} | {'input':'1','units':{'images':'4'}}    | units.images         | false",
        "{'input':'1'} | {'input':'1','contextTiers':[{'above':200000,'input':'2'}]} | contextTiers[200000].input | false",
        "{'input':'1'} | {'input':'1','contextTiers':[{'above':200000,'input':'9'}]} | contextTiers[200000].input | true",
        "{'input':'1'} | {'input':'1','serviceTiers':{'batch':{'input':'0.5'}}} | serviceTiers.batch.input | false",
        "{'input':'1'} | {'input':'1','serviceTiers':{'priority':{'input':'9'}}} | serviceTiers.priority.input | true"
      })
  void aMoveIsLargeByWhatIsCharged(String from, String to, String component, boolean isLarge) {
    List<PriceMove> moves = PriceMove.between(rates(from), rates(to), FACTOR);
    assertThat(moves).singleElement();
    assertThat(moves.get(0).component()).isEqualTo(component);
    assertThat(moves.get(0).isLarge()).isEqualTo(isLarge);
  }

  @Test
  void theSamePriceWrittenDifferentlyIsNoMove() {
    assertThat(PriceMove.between(rates("{'input':'1.0'}"), rates("{'input':'1'}"), FACTOR))
        .isEmpty();
  }

  @Test
  void bothPricesAreTold() {
    PriceMove move =
        PriceMove.between(rates("{'input':'1'}"), rates("{'input':'2','output':'3'}"), FACTOR)
            .get(0);
    assertThat(move.from()).contains(new BigDecimal("1"));
    assertThat(move.to()).contains(new BigDecimal("2"));
  }
}
