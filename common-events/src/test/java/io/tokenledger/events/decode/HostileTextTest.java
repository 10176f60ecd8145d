package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.decode;
import static io.tokenledger.events.support.SampleEvents.refusal;
import static io.tokenledger.events.support.SampleEvents.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.support.SampleEvents;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that PostgreSQL cannot store must not get that far: it would fail a whole batch. */
class HostileTextTest {

  private static final List<String> FIELDS =
      List.of(
          "eventId",
          "orgId",
          "userId",
          "provider",
          "modelName",
          "feature",
          "activity",
          "category",
          "usageSource",
          "serviceTier",
          "errorMessage",
          "conversationId",
          "messageId",
          "occurredAt");

  private static final List<String> TEXTS =
      List.of("\\u0000", "a\\u0000b", "\\ud83d", "\\ud83dx", "\\ude00", "\\ude00\\ud83d");

  @ParameterizedTest
  @MethodSource
  void isRefusedInEveryField(String field, String escaped) {
    assertRefused(field, "\"" + field + "\": \"" + escaped + "\"", field);
  }

  static Stream<Arguments> isRefusedInEveryField() {
    return FIELDS.stream().flatMap(field -> TEXTS.stream().map(text -> Arguments.of(field, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "x\\u0000", "\\ud800", "\\udfff"})
  void isRefusedInTags(String escaped) {
    assertRefused("metadata", "\"metadata\": {\"k\": \"" + escaped + "\"}", "metadata.k");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "x\\u0000", "\\ud800", "\\udfff"})
  void isRefusedInUsageBlocks(String escaped) {
    String counts = "\"prompt_tokens\": 1, \"completion_tokens\": 1";
    String value = "\"rawUsage\": {%s, \"deep\": [{\"k\": \"%s\"}]}".formatted(counts, escaped);
    assertRefused("rawUsage", value, "rawUsage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata", "units", "rawUsage", "unknown"})
  void halfASurrogatePairInANameIsNotEvenJson(String field) {
    String event = SampleEvents.minimalWith("\"" + field + "\": {\"k\\ud800\": 1}");
    assertThat(refusal(event).code()).isEqualTo(RejectionCode.NOT_JSON);
  }

  @Test
  void theNullCharacterIsRefusedInNames() {
    assertRefused("metadata", "\"metadata\": {\"k\\u0000\": 1}", "metadata");
    assertRefused(
        "rawUsage",
        "\"rawUsage\": {\"prompt_tokens\": 1, \"completion_tokens\": 1, \"\\u0000\": 1}",
        "rawUsage");
  }

  @Test
  void isRefusedAsTheNameOfAUnit() {
    assertRefused("units", "\"units\": {\"im\\u0000ages\": 1}", "units");
  }

  @Test
  void isIgnoredInUnknownFields() {
    String event = SampleEvents.minimalWith("\"x\\u0000\": \"\\u0000\\ud800\"");
    assertThat(decode(event).eventId()).isEqualTo("e-1");
  }

  @ParameterizedTest
  @CsvSource({
    "eventId, 128",
    "userId, 128",
    "provider, 64",
    "modelName, 200",
    "activity, 128",
    "category, 128",
    "conversationId, 200",
    "messageId, 200"
  })
  void aCharacterOfFourBytesIsOneCharacter(String field, int max) {
    assertThat(decode(with(field, new TextNode("😀".repeat(max))))).isNotNull();
    assertThat(refusal(with(field, new TextNode("😀".repeat(max + 1))).toString()))
        .hasMessage(field + " must not be longer than " + max + " characters");
  }

  @ParameterizedTest
  @CsvSource({"OpenAI, openai", "ΩMEGA, ωmega", "İ, i̇", "I, i", "open ai, open ai"})
  void providersAreLowerCased(String sent, String kept) {
    assertThat(decode(with("provider", new TextNode(sent))).call().provider()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "order 17", "🧾", "a/b?c=d&e#f", "'; DROP TABLE x; --", "\u202e"})
  void anyTextIsAnEventId(String eventId) {
    assertThat(decode(with("eventId", new TextNode(eventId))).eventId()).isEqualTo(eventId);
  }

  private static void assertRefused(String field, String member, String named) {
    String event = SampleEvents.minimal().without(field).toString();
    InvalidEventException refusal = refusal(event.replaceFirst("}$", "") + "," + member + "}");
    assertThat(refusal).isNotNull().hasMessageStartingWith(named + " must");
    assertThat(refusal.code()).isEqualTo(RejectionCode.INVALID_FIELD);
  }
}
