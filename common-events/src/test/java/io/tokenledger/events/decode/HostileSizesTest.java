package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.decode;
import static io.tokenledger.events.support.SampleEvents.minimalWith;
import static io.tokenledger.events.support.SampleEvents.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageLimits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages at their bounds and beyond: what is too large costs nothing and says so. */
class HostileSizesTest {

  @Test
  void oneMebibyteIsTheMost() {
    String event = minimalWith("\"unknown\": \"x\"");
    String largest =
        event.replace("x\"", "x".repeat(UsageLimits.MAX_MESSAGE_BYTES - event.length() + 1) + "\"");
    assertThat(decode(largest).eventId()).isEqualTo("e-1");
    assertTooLarge(largest + " ", "the message must not be larger than 1048576 bytes");
  }

  @Test
  void depth32IsTheDeepest() {
    // The event itself is the first level.
    assertThat(decode(nested(31)).eventId()).isEqualTo("e-1");
    assertTooLarge(nested(32), "the message must not nest deeper than 32 levels");
    assertTooLarge(nested(100_000), "the message must not nest deeper than 32 levels");
    assertTooLarge("[".repeat(100_000), "the message must not nest deeper than 32 levels");
    assertTooLarge("{\"a\":".repeat(100_000), "the message must not nest deeper than 32 levels");
  }

  @Test
  void numbersHave64CharactersAtMost() {
    assertThat(decode(minimalWith("\"unknown\": " + "9".repeat(64))).eventId()).isEqualTo("e-1");
    assertTooLarge(minimalWith("\"inputTokens\": " + "9".repeat(65)), UsageLimits.JSON_RULE);
    assertTooLarge(minimalWith("\"inputTokens\": " + "9".repeat(10_000)), UsageLimits.JSON_RULE);
    assertTooLarge(minimalWith("\"unknown\": 0." + "1".repeat(10_000)), UsageLimits.JSON_RULE);
  }

  @Test
  void moreNamesAndValuesThanFitIntoMemoryAreRefused() {
    assertTooLarge(
        minimalWith("\"rawUsage\": [" + "[],".repeat(150_000) + "[]]"), UsageLimits.JSON_RULE);
  }

  @Test
  void namesHave1000CharactersAtMost() {
    assertThat(decode(minimalWith("\"" + "n".repeat(1_000) + "\": 1")).eventId()).isEqualTo("e-1");
    assertTooLarge(minimalWith("\"" + "n".repeat(1_001) + "\": 1"), UsageLimits.JSON_RULE);
  }

  @Test
  void manyNamesAreNoTrouble() {
    String members =
        IntStream.range(0, 80_000)
            .mapToObj(i -> "\"n" + i + "\":1")
            .collect(Collectors.joining(","));
    assertThat(decode(minimalWith(members)).eventId()).isEqualTo("e-1");
  }

  @Test
  void anEventHas32TagsAtMost() {
    assertThat(decode(minimalWith(tags(32))).metadata()).hasSize(32);
    assertThat(refusal(minimalWith(tags(33))))
        .hasMessage("metadata must not have more than 32 keys");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_999, 2_000, 2_001, 100_000})
  void anErrorMessageIsCutBetweenCharacters(int length) {
    String sent = "😀".repeat(length);
    String kept = decode(minimalWith("\"errorMessage\": \"" + sent + "\"")).errorMessage();
    assertThat(kept).isEqualTo("😀".repeat(Math.min(length, 2_000)));
  }

  private static String nested(int levels) {
    return minimalWith("\"unknown\": " + "[".repeat(levels) + "]".repeat(levels));
  }

  private static String tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"tag" + i + "\": " + i)
        .collect(Collectors.joining(", ", "\"metadata\": {", "}"));
  }

  private static void assertTooLarge(String message, String sentence) {
    InvalidEventException refusal = refusal(message);
    assertThat(refusal).isNotNull().hasMessageStartingWith(sentence);
    assertThat(refusal.code()).isEqualTo(RejectionCode.TOO_LARGE);
  }
}
