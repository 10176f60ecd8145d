package io.tokenledger.aggregate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What tells a lane that the database was put back. */
class PositionTest {

  @Test
  void whatIsStoredOrMoreIsKept() {
    kept(Position.at(10), Position.at(10));
    kept(Position.at(11), Position.at(10));
    lost(Position.at(9), Position.at(10));
  }

  @Test
  void ofWhatTheLaneDoesNotKnowNothingIsLost() {
    Position.requireKept(Map.of(0, new Position(10, 4)), Map.of(1, Position.at(10)));
  }

  /** Below the position, which stays, only the mark of the reading moves. */
  @Test
  void whileALogIsReadAgainAnyOtherMarkIsOfAnotherTime() {
    Position known = new Position(10, 7);
    kept(new Position(10, 7), known);
    lost(new Position(10, 5), known);
    lost(new Position(10, 8), known);
    lost(Position.at(10), known);
    lost(new Position(10, 7), Position.at(10));
  }

  private static void kept(Position stored, Position known) {
    assertThatCode(() -> Position.requireKept(Map.of(0, stored), Map.of(0, known)))
        .doesNotThrowAnyException();
  }

  private static void lost(Position stored, Position known) {
    assertThatThrownBy(() -> Position.requireKept(Map.of(0, stored), Map.of(0, known)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has lost commits");
  }
}
