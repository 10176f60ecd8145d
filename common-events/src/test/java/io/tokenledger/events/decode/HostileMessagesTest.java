package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.support.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are wrong as a whole: each is refused with one exception and a sentence. */
class HostileMessagesTest {

  private static final String EVENT = SampleEvents.minimal().toString();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r ", "\uFEFF", "\uFEFF \n"})
  void anEmptyOne(String message) {
    assertRefused(message, RejectionCode.NOT_JSON, "the message is empty");
  }

  @Test
  void noneAtAll() {
    InvalidEventException refusal = refusal((byte[]) null);
    assertThat(refusal.code()).isEqualTo(RejectionCode.NOT_JSON);
    assertThat(refusal).hasMessage("the message is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{",
        "{\"eventId\": \"e-1\"",
        "{\"eventId\": \"e-1\",}",
        "{'eventId': 'e-1'}",
        "{eventId: 1}",
        "{\"inputTokens\": NaN}",
        "{\"inputTokens\": Infinity}",
        "{\"inputTokens\": 01}",
        "{\"inputTokens\": +1}",
        "{\"inputTokens\": .5}",
        "{\"inputTokens\": 0x10}",
        "{\"userId\": \"a\nb\"}",
        "{\"userId\": \"\\x\"}",
        "{\"userId\": \"\\u12\"}",
        "// comment\n{}",
        "\u0000",
        "nul",
        "\"unfinished"
      })
  void notWellFormed(String message) {
    assertRefused(message, RejectionCode.NOT_JSON, "the message is not well-formed JSON");
  }

  @Test
  void trailingGarbage() {
    assertThat(refusal(EVENT + "x").code()).isEqualTo(RejectionCode.NOT_JSON);
    assertThat(refusal(EVENT + "}").code()).isEqualTo(RejectionCode.NOT_JSON);
    assertRefused(
        EVENT + " " + EVENT, RejectionCode.NOT_JSON, "the message must be one JSON value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"eventId\": \"e-2\"",
        "\"eventId\": \"e-1\"",
        "\"metadata\": {\"a\": 1, \"a\": 1}",
        "\"rawUsage\": {\"prompt_tokens\": 1, \"prompt_tokens\": 2}",
        "\"event\\u0049d\": \"e-2\"",
        "\"unknown\": {\"a\": 1, \"a\": 1}"
      })
  void aNameTwice(String member) {
    assertRefused(
        SampleEvents.minimalWith(member),
        RejectionCode.NOT_JSON,
        "the message must be one JSON value that names no field twice (line 1, column ");
  }

  @ParameterizedTest
  @CsvSource({
    "[], an array",
    "null, null",
    "true, a boolean",
    "'\"text\"', a string",
    "12, a number",
    "[{}], an array"
  })
  void notAnObject(String message, String what) {
    assertRefused(
        message, RejectionCode.NOT_AN_OBJECT, "the message must be a JSON object, but is " + what);
  }

  @ParameterizedTest
  @MethodSource
  void notUtf8(String what, byte[] message) {
    InvalidEventException refusal = refusal(message);
    assertThat(refusal.code()).isEqualTo(RejectionCode.NOT_JSON);
    assertThat(refusal).hasMessage("the message is not UTF-8");
  }

  static Stream<Arguments> notUtf8() {
    return Stream.of(
        arguments("Latin-1", bytes("{\"userId\": \"Zo\u00eb\"}")),
        arguments("a continuation byte alone", bytes("{\"userId\": \"\u0080\"}")),
        arguments("a cut sequence", bytes("{\"userId\": \"\u00e2\u0082\"}")),
        arguments("an overlong quotation mark", bytes("{\"userId\": \"\u00c0\u00a2\"}")),
        arguments("an overlong U+0000", bytes("{\"userId\": \"\u00c0\u0080\"}")),
        arguments("CESU-8: half a pair, encoded", bytes("{\"userId\": \"\u00ed\u00a0\u00bd\"}")),
        arguments("beyond U+10FFFF", bytes("{\"userId\": \"\u00f7\u00bf\u00bf\u00bf\"}")),
        arguments("wrong even where nobody looks", bytes("{\"x\u00ff\": 1}")),
        arguments("UTF-16 with its mark", ("\uFEFF" + EVENT).getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(SampleEvents.decode("\uFEFF" + EVENT)).isEqualTo(SampleEvents.decode(EVENT));
  }

  private static void assertRefused(String message, RejectionCode code, String sentence) {
    InvalidEventException refusal = refusal(message);
    assertThat(refusal).isNotNull().hasMessageStartingWith(sentence);
    assertThat(refusal.code()).isEqualTo(code);
  }

  /** One byte for each character. */
  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
