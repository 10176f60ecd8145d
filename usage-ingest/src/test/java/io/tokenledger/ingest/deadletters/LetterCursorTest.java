package io.tokenledger.ingest.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.LetterCursor.Range;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCursorTest {

  @Test
  void aCursorIsReadAsItWasWritten() {
    LetterCursor cursor = new LetterCursor(Map.of(0, new Range(7, 99), 11, new Range(0, 1)));

    assertThat(LetterCursor.parse(cursor.encode())).contains(cursor);
    assertThat(new LetterCursor(Map.of(11, new Range(0, 1), 0, new Range(7, 99))).encode())
        .isEqualTo(cursor.encode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "MDo3", "MDotMTo5OQ", "MDo3Ojk5LA", "OTk5OTk5OTk5OTo3Ojk5"})
  void anythingElseIsNone(String text) {
    assertThat(LetterCursor.parse(text)).isEmpty();
  }

  @Test
  void anIdIsItsPlace() {
    assertThat(LetterId.parse("3-4711")).contains(new LetterId(3, 4711));
    assertThat(new LetterId(3, 4711)).hasToString("3-4711");
    assertThat(LetterId.parse("3-")).isEmpty();
    assertThat(LetterId.parse("-1-2")).isEmpty();
    assertThat(LetterId.parse("1-9999999999999999999")).isEmpty();
  }
}
