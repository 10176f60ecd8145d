package io.tokenledger.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.query.http.CheckedCursor.Position;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Cursor;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedCursorTest {

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456Z");

  @ParameterizedTest
  @ValueSource(strings = {"", "conv-1", "a/b", "ü\n😀"})
  void whatWasEncodedIsDecoded(String key) {
    String cursor = CheckedCursor.encode("acme", TIME, key);
    assertThat(CheckedCursor.decode("acme", cursor)).isEqualTo(new Position(TIME, key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2263-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
  void everyTimeOfTheCalendarIsATime(Instant time) {
    assertThat(CheckedCursor.decode("acme", CheckedCursor.encode("acme", time, "k")))
        .isEqualTo(new Position(time, "k"));
  }

  @Test
  void anotherListHasOtherCursors() {
    String cursor = CheckedCursor.encode("acme", Instant.EPOCH, "k");
    assertThat(CheckedCursor.find("acme0", cursor)).isEmpty();
    assertThatThrownBy(() -> CheckedCursor.decode("conversations/acme", cursor))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("'cursor'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "============", "123456789012", "123456789012/k", "123456789012-1/k"})
  void aTextWithoutATimeIsNone(String position) {
    assertThat(CheckedCursor.find("acme", Cursor.encode(position))).isEmpty();
  }

  @Test
  void aTimeBeyondTheCalendarIsNone() {
    String cursor = CheckedCursor.encode("acme", Instant.parse("+10000-01-01T00:00:00Z"), "k");
    assertThat(CheckedCursor.find("acme", cursor)).isEmpty();
  }
}
