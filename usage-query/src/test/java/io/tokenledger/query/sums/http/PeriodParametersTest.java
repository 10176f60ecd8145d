package io.tokenledger.query.sums.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.query.sums.DateRange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodParametersTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC);

  @Test
  void theDefaultIs30DaysIncludingToday() {
    DateRange range = PeriodParameters.range(null, null, null, 400, CLOCK);
    assertThat(range.from()).hasToString("2026-01-31");
    assertThat(range.to()).hasToString("2026-03-01");
    assertThat(range.zone()).hasToString("UTC");
  }

  @Test
  void todayIsThatOfTheZone() {
    assertThat(PeriodParameters.range(null, null, "Europe/Berlin", 400, CLOCK).to())
        .hasToString("2026-03-02");
  }

  @Test
  void oneEndImpliesTheOther() {
    assertThat(PeriodParameters.range("2026-02-20", "", "", 400, CLOCK).to())
        .hasToString("2026-03-01");
    assertThat(PeriodParameters.range("", "2026-02-28", "", 400, CLOCK).from())
        .hasToString("2026-01-30");
  }
}
