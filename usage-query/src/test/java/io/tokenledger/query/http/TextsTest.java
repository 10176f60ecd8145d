package io.tokenledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"+05:30", "UTC+1", "europe/berlin", "EST5EDT4,M3", "\u0000", "Z+1"})
  void onlyNamesOfTheZoneDatabaseAreZones(String tz) {
    assertThatThrownBy(() -> Texts.zone(Input.parameter("tz", tz)))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'tz'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0000b", "\ud800", "a\udfff"})
  void whatPostgresqlCannotHoldIsNoText(String text) {
    assertThatThrownBy(() -> Texts.filter("feature", text))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'feature'");
  }

  @Test
  void aTextHasUpTo200CharactersOfAnySize() {
    assertThat(Texts.filter("feature", "😀".repeat(200))).hasSize(400);
    assertThatThrownBy(() -> Texts.filter("feature", "x".repeat(201)))
        .isInstanceOf(ApiException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "+5", "5.0", "1e1", " 5", "٥", "99999999999"})
  void aLimitIsAPlainNumberInItsBounds(String limit) {
    assertThatThrownBy(() -> Input.parameter("limit", limit).limit(20, 100))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'limit'")
        .hasMessageContaining("1 to 100");
  }
}
