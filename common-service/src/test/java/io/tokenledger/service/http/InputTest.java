package io.tokenledger.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

  @ParameterizedTest
  @NullAndEmptySource
  void whatIsAbsentHasItsDefault(String absent) {
    Input input = Input.parameter("x", absent);
    assertThat(input.given()).isEmpty();
    assertThat(input.orgId()).isEmpty();
    assertThat(input.time(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    assertThat(input.date()).isEmpty();
    assertThat(input.flag()).isEmpty();
    assertThat(input.choice(Map.of("a", 1))).isEmpty();
    assertThat(input.limit(20, 100)).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "+5", "5.0", "1e1", " 5", "٥", "99999999999"})
  void aLimitIsAPlainNumberInItsBounds(String limit) {
    assertThatThrownBy(() -> Input.parameter("limit", limit).limit(20, 100))
        .isInstanceOf(ApiException.class)
        .hasMessage("Parameter 'limit' must be a whole number from 1 to 100.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
  void aTimeIsOfTheCalendarSince1970(String time) {
    assertThatThrownBy(() -> Input.parameter("at", time).time(Instant.EPOCH))
        .hasMessageContaining("'at'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "26-02-03", "2026-2-3", "+2026-02-03"})
  void aDateIsOfTheCalendar(String date) {
    assertThatThrownBy(() -> Input.parameter("from", date).date()).hasMessageContaining("'from'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000", "\ud800", "four."})
  void aTextIsPrintableAndInItsBounds(String text) {
    assertThatThrownBy(() -> Input.parameter("note", text).text(4))
        .hasMessageContaining("'note' must be 1 to 4 printable characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "9999999999999999999"})
  void anIdIsAboveZero(String id) {
    assertThatThrownBy(() -> Input.parameter("id", id).id()).hasMessageContaining("'id'");
  }

  @Test
  void aFieldIsRefusedAsTheBodyAndAParameterAsSuch() {
    assertThat(Input.field("x", "").refused("is wrong.").code())
        .isEqualTo(ProblemCode.INVALID_BODY);
    assertThat(Input.parameter("x", "").refused("is wrong.").code())
        .isEqualTo(ProblemCode.INVALID_PARAMETER);
  }
}
