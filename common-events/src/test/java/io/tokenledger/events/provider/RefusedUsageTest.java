package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what the refusal names. */
class RefusedUsageTest {

  private static void assertRefused(JsonNode json, String... words) {
    assertThatThrownBy(() -> ProviderUsage.of(Origin.of("openai", ""), json))
        .isInstanceOf(UnknownUsageShapeException.class)
        .hasMessageContainingAll(words);
  }

  private static JsonNode json(String text) {
    return RecordedResponses.json(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[{}]", "[1,'x',null]", "{'usage':null}", "{'usage':{}}"})
  void emptyBlocksAreUnknown(String text) {
    assertRefused(json(text), "no known usage block", "prompt_tokens", "missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "'prompt_tokens'", "true"})
  void whatIsNoObjectIsMissing(String text) {
    assertRefused(json(text), "missing");
  }

  @Test
  void noNodeAtAllIsMissing() {
    assertRefused(null, "missing");
  }

  @Test
  void anUnknownShapeNamesWhatItHas() {
    assertRefused(json("{'usage':{'tokensIn':3,'tokensOut':4}}"), "tokensIn, tokensOut");
  }

  @Test
  void namesFromOutsideAreMadePlain() {
    assertRefused(json("{'a\\u0000b\\ud800':1}"), "[a?b?]");
  }

  @ParameterizedTest
  @CsvSource({
    "-1,negative",
    "1e400,above",
    "1e999999999,above",
    "10000000001,above",
    "99999999999999999999999999,above",
    "1.5,whole",
    "1e-999999999,whole",
    "'\"12\"',number",
    "true,number",
    "[],number",
    "{},number"
  })
  void whatIsNoCountIsRefusedByName(String value, String reason) {
    String block = "{\"prompt_tokens\":1,\"completion_tokens\":%s}".formatted(value);
    assertRefused(json(block), "completion_tokens", reason);
  }

  @Test
  void infiniteDoublesAreRefusedByName() throws Exception {
    String block = "{\"prompt_tokens\":1e400,\"completion_tokens\":1}";
    assertRefused(new ObjectMapper().readTree(block), "prompt_tokens", "number");
  }

  @Test
  void aPartIsNamedWithItsPath() {
    assertRefused(
        json(
            "{'prompt_tokens':1,'completion_tokens':1,"
                + "'prompt_tokens_details':{'cached_tokens':'1'}}"),
        "prompt_tokens_details.cached_tokens is not a number");
    assertRefused(
        json("{'prompt_tokens':1,'completion_tokens':1,'prompt_tokens_details':[]}"),
        "prompt_tokens_details is not an object");
  }

  @Test
  void sumsAboveTheLimitAreRefused() {
    assertRefused(
        json(
            "{'input_tokens':9000000000,'cache_read_input_tokens':9000000000,"
                + "'output_tokens':1}"),
        "input tokens are above 10000000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1e400", "1000001"})
  void costsOutOfRangeAreRefused(String cost) {
    String block = "{'prompt_tokens':1,'completion_tokens':1,'cost':" + cost + "}";
    assertRefused(json(block), "cost");
  }

  @Test
  void totalsThatAreNullAreMissing() {
    assertRefused(
        json("{'prompt_tokens':null,'completion_tokens':null}"),
        "prompt_tokens and completion_tokens are missing");
  }

  @Test
  void deepJunkIsRefusedWithoutRecursion() {
    JsonNode deep = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < 100_000; i++) {
      deep = JsonNodeFactory.instance.objectNode().set("usage", deep);
    }
    assertRefused(deep, "no known usage block", "[usage]");
  }
}
