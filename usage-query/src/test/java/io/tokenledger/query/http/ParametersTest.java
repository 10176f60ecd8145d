package io.tokenledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.query.sums.DateRange;
import io.tokenledger.service.http.ApiException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC);

  @Test
  void theDefaultIs30DaysIncludingToday() {
    DateRange range = Parameters.range(null, null, null, 400, CLOCK);
    assertThat(range.from()).hasToString("2026-01-31");
    assertThat(range.to()).hasToString("2026-03-01");
    assertThat(range.zone()).hasToString("UTC");
  }

  @Test
  void todayIsThatOfTheZone() {
    assertThat(Parameters.range(null, null, "Europe/Berlin", 400, CLOCK).to())
        .hasToString("2026-03-02");
  }

  @Test
  void oneEndImpliesTheOther() {
    assertThat(Parameters.range("2026-02-20", "", "", 400, CLOCK).to()).hasToString("2026-03-01");
    assertThat(Parameters.range("", "2026-02-28", "", 400, CLOCK).from()).hasToString("2026-01-30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+05:30", "UTC+1", "europe/berlin", "EST5EDT4,M3", "\u0000", "Z+1"})
  void onlyNamesOfTheZoneDatabaseAreZones(String tz) {
    assertThatThrownBy(() -> Parameters.range(null, null, tz, 400, CLOCK))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'tz'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "a\udfff"})
  void whatPostgresqlCannotHoldIsNoText(String text) {
    assertThatThrownBy(() -> Parameters.text("feature", text))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'feature'");
  }

  @Test
  void aTextHasUpTo200CharactersOfAnySize() {
    assertThat(Parameters.text("feature", "😀".repeat(200))).hasSize(400);
    assertThatThrownBy(() -> Parameters.text("feature", "x".repeat(201)))
        .isInstanceOf(ApiException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "+5", "5.0", "1e1", " 5", "٥", "99999999999"})
  void aLimitIsAPlainNumberInItsBounds(String limit) {
    assertThatThrownBy(() -> Parameters.limit(limit, 20, 100))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'limit'")
        .hasMessageContaining("1 to 100");
  }
}
