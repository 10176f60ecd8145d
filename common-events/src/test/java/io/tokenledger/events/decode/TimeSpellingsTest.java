package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.decode;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.support.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy that writes the same time otherwise is a copy; the hashes stay what they were. */
class TimeSpellingsTest {

  private static final List<String> ONE_TIME =
      List.of(
          "2026-01-01T00:00:00Z",
          "2026-01-01T00:00:00+00:00",
          "2026-01-01T00:00:00.000Z",
          "2026-01-01T00:00:00.000000+00:00",
          "2026-01-01T01:00:00+01:00",
          "2025-12-31T19:00:00.000000000-05:00",
          "2026-01-01T05:45:00+05:45");

  private static final List<String> ANOTHER_TIME =
      List.of(
          "2026-01-04T05:06:07.12Z",
          "2026-01-04T05:06:07.120Z",
          "2026-01-04T05:06:07.120000+00:00",
          "2026-01-04T07:06:07.12+02:00");

  @Test
  void whicheverCameFirstTheOtherIsItsCopy() {
    for (List<String> spellings : List.of(ONE_TIME, ANOTHER_TIME)) {
      for (String first : spellings) {
        for (String second : spellings) {
          assertThat(isCopy(at(second), at(first))).as(second + " after " + first).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00.001Z",
        "2026-01-01T00:00:00.000001Z",
        "2026-01-01T00:00:00.000000001Z",
        "2026-01-01T00:00:01+00:00",
        "2026-01-01T00:00:00+01:00",
        "2026-01-02T00:00:00Z"
      })
  void anotherTimeIsNoCopy(String other) {
    for (String spelling : ONE_TIME) {
      assertThat(isCopy(at(other), at(spelling))).isFalse();
      assertThat(isCopy(at(spelling), at(other))).isFalse();
    }
  }

  @Test
  void norIsAnythingElseAtTheSameTime() {
    ObjectNode first = at("2026-01-01T00:00:00Z").put("inputTokens", 7);
    assertThat(isCopy(at("2026-01-01T00:00:00+00:00").put("inputTokens", 8), first)).isFalse();
    assertThat(isCopy(at("2026-01-01T00:00:00+00:00"), first)).isFalse();
    assertThat(isCopy(SampleEvents.minimal().put("inputTokens", 7), first)).isFalse();
    ObjectNode later = at("2026-01-01T00:00:00+00:00").put("inputTokens", 7).put("revision", 1);
    assertThat(isCopy(later, first)).isFalse();
  }

  /** Its attributes are in an envelope, and the time in one of them. */
  @Test
  void aCloudEventIsACopyToo() {
    String data = "{\"orgId\":\"acme\",\"provider\":\"OpenAI\",\"model\":\"m\"}";
    String envelope =
        "{\"specversion\":\"1.0\",\"type\":\"llm.usage.v1\",\"id\":\"e\",\"time\":\"%s\",\"data\":"
            + data
            + "}";
    byte[] second =
        envelope.formatted("2026-01-01T00:00:00+00:00").getBytes(StandardCharsets.UTF_8);
    long hash = decode(envelope.formatted("2026-01-01T00:00:00Z")).payloadHash();
    assertThat(decode(second).payloadHash()).isNotEqualTo(hash);
    assertThat(new UsageEventDecoder().isSameButForTheNotationOfTime(second, Map.of(), hash))
        .isTrue();
  }

  @Property(tries = 200)
  void eachSpellingIsOfTheTime(
      @ForAll @LongRange(min = 0, max = 4_102_444_800L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant time = Instant.ofEpochSecond(second, nanos);
    List<String> spellings = TimeSpellings.of(time);
    assertThat(spellings).contains(time.toString()).doesNotHaveDuplicates();
    assertThat(spellings)
        .allSatisfy(
            spelling -> {
              assertThat(OffsetDateTime.parse(spelling).toInstant()).isEqualTo(time);
              assertThat(Rfc3339.parseExactly(spelling)).contains(time);
            });
  }

  private static ObjectNode at(String time) {
    return SampleEvents.minimal().put("occurredAt", time);
  }

  private static boolean isCopy(ObjectNode event, ObjectNode first) {
    byte[] message = event.toString().getBytes(StandardCharsets.UTF_8);
    long hash = decode(first).payloadHash();
    return decode(message).payloadHash() == hash
        || new UsageEventDecoder().isSameButForTheNotationOfTime(message, Map.of(), hash);
  }
}
