package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.decode;
import static io.tokenledger.events.support.SampleEvents.minimalWith;
import static io.tokenledger.events.support.SampleEvents.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that overflow, or would take for ever to write out: 1e999999999 has a billion digits. */
class HostileNumbersTest {

  private static final List<String> FIELDS =
      List.of(
          "requestCount",
          "inputTokens",
          "outputTokens",
          "cacheReadTokens",
          "cacheWriteTokens",
          "cacheWrite1hTokens",
          "audioInputTokens",
          "reasoningTokens",
          "audioOutputTokens",
          "embeddingTokens",
          "estimatedCostMicros",
          "durationMs",
          "timeToFirstTokenMs");

  private static final List<String> NUMBERS =
      List.of(
          "1e400",
          "-1e400",
          "1e999999999",
          "-1e999999999",
          "1e-999999999",
          "1E2147483647",
          "1e-2147483647",
          "1000e2147483647",
          "1e99999999999",
          "0.001e-2147483647",
          "9223372036854775808",
          "18446744073709551617",
          "-1",
          "-0.0000001",
          "0.1",
          "9".repeat(64));

  @ParameterizedTest
  @MethodSource
  void areRefusedAsCounts(String field, String number) {
    InvalidEventException refusal = refusal(minimalWith("\"" + field + "\": " + number));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isIn(RejectionCode.INVALID_FIELD, RejectionCode.TOO_LARGE);
    if (refusal.code() == RejectionCode.INVALID_FIELD) {
      assertThat(refusal).hasMessageStartingWith(field + " must be a whole number from 0 to ");
    }
  }

  static Stream<Arguments> areRefusedAsCounts() {
    return FIELDS.stream()
        .flatMap(field -> NUMBERS.stream().map(number -> Arguments.of(field, number)));
  }

  @ParameterizedTest
  @CsvSource({"1e99999999999", "-1e-99999999999", "0.01e-2147483647"})
  void areRefusedAnywhereBeyondTheLargestExponent(String number) {
    InvalidEventException refusal = refusal(minimalWith("\"unknown\": [" + number + "]"));
    assertThat(refusal).hasMessage("the message must not hold a number beyond 10^2147483647");
    assertThat(refusal.code()).isEqualTo(RejectionCode.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "1e3, 1000",
    "1.20e1, 12",
    "-0, 0",
    "-0.0, 0",
    "0e999999999, 0",
    "1e10, 10000000000"
  })
  void areAcceptedAsCountsWhenWhole(String number, long count) {
    assertThat(decode(minimalWith("\"inputTokens\": " + number)).tokens().input()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "1e400",
    "1e999999999",
    "1e-999999999",
    "-1",
    "-1e-9",
    "0.1234567891",
    "10000000000.000000001"
  })
  void areRefusedAsQuantities(String number) {
    assertThat(refusal(minimalWith("\"units\": {\"images\": " + number + "}")))
        .hasMessageStartingWith("units.images must be a number from 0 to 10000000000");
  }

  @ParameterizedTest
  @CsvSource({"1e400", "1e999999999", "-1e999999999", "1e-999999999"})
  void areRefusedInUsageBlocks(String number) {
    String block = "{\"prompt_tokens\": 1, \"completion_tokens\": 1, \"x\": [" + number + "]}";
    assertThat(refusal(minimalWith("\"rawUsage\": " + block)))
        .hasMessage("rawUsage must not contain numbers beyond 10^300");
  }

  @ParameterizedTest
  @CsvSource({"1e400", "1e999999999", "-1e999999999", "1e-999999999"})
  void areRefusedAsTags(String number) {
    assertThat(refusal(minimalWith("\"metadata\": {\"storyId\": " + number + "}")))
        .hasMessage("metadata.storyId must not be longer than 200 bytes in UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "10.0, 10", "1e3, 1000", "0.50, 0.5", "1e-7, 0.0000001", "true, true"})
  void areWrittenOutAsTags(String value, String tag) {
    assertThat(decode(minimalWith("\"metadata\": {\"storyId\": " + value + "}")).metadata())
        .containsEntry("storyId", tag);
  }

  @ParameterizedTest
  @CsvSource({"1e400", "1e999999999", "-1e-999999999", "1000e2147483647"})
  void areIgnoredInUnknownFields(String number) {
    assertThat(decode(minimalWith("\"unknown\": " + number))).isNotNull();
  }
}
