package io.tokenledger.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[]|must be an object of note, dry",
        "null|must be an object of note, dry",
        "{'nota':'x'}|'nota' is unknown",
        "{'note':'x','note':'y'}|not valid JSON",
        "{'note':'x'} {}|not valid JSON",
        "{'note':7}|Field 'note' must be a text",
        "{'dry':'true'}|Field 'dry' must be true or false",
        "{'dry':null}|Field 'dry' must be true or false"
      })
  void whatIsMalformedIsNamed(String json, String sentence) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_BODY))
        .hasMessageContaining(sentence);
  }

  /** Before it is read: three million small objects would take all memory. */
  @Test
  void aBodyThatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> read("{'note':[" + "{},".repeat(100_000) + "{}]}"))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TOO_LARGE))
        .hasMessage("The body must be 256 KiB at most.");
  }

  @Test
  void whatIsAbsentOrNullHasItsDefault() {
    assertThat(read("{}")).isEqualTo("none false");
    assertThat(read("{'note':null}")).isEqualTo("none false");
    assertThat(Body.ofOptional(null, "dry").flag("dry")).isFalse();
  }

  private static String read(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Body body = Body.of(bytes, "note", "dry");
    return body.field("note").given().map(note -> note.text(10)).orElse("none")
        + " "
        + body.flag("dry");
  }
}
