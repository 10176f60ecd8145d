package io.tokenledger.events.decode;

import static io.tokenledger.events.support.SampleEvents.NOW;
import static io.tokenledger.events.support.SampleEvents.decode;
import static io.tokenledger.events.support.SampleEvents.json;
import static io.tokenledger.events.support.SampleEvents.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.support.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Envelopes; the good ones are golden files. */
class CloudEventTest {

  private static final String STRUCTURED =
      """
      {"specversion": "1.0", "type": "llm.usage.v1", "id": "ce-1", "source": "/gateway",
       "data": {"orgId": "acme", "provider": "openai", "modelName": "gpt-4o-mini"}}""";

  private static final Map<String, String> HEADERS =
      Map.of("ce_specversion", "1.0", "ce_type", "llm.usage.v1", "ce_id", "ce-1");

  private static final String DATA =
      """
      {"orgId": "acme", "provider": "openai", "modelName": "gpt-4o-mini"}""";

  @Test
  void theTreeOfTheCallerStaysAsItIs() {
    for (String told : new String[] {STRUCTURED, DATA.replace("modelName", "model"), DATA}) {
      JsonNode tree = json(told.replace("openai", "OpenAI"));
      String before = tree.toString();
      Map<String, String> headers = told.equals(STRUCTURED) ? Map.of() : HEADERS;
      new UsageEventDecoder().decode(tree, headers, NOW, NOW);
      assertThat(tree).hasToString(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"1.0\"' | '\"0.3\"' | unsupported_type | CloudEvents attribute specversion must be '1.0'",
        "'\"1.0\"' | 1.0 | invalid_field | specversion must be a string",
        "llm.usage.v1 | llm.usage.v2 | unsupported_type | CloudEvents attribute type must be 'llm.usage.v1'",
        "'\"ce-1\"' | null | missing_field | id is required",
        "'\"ce-1\"' | 17 | invalid_field | id must be a string",
        "'\"ce-1\"' | '\"\"' | missing_field | eventId is required",
        "'\"data\"' | '\"data_base64\"' | invalid_field | data must be an object",
        "'\"source\": \"/gateway\"' | '\"time\": \"yesterday\"' | invalid_field | occurredAt must be a time",
        "'\"source\": \"/gateway\"' | '\"time\": 17' | invalid_field | time must be a string"
      })
  void aWrongEnvelopeIsRefused(String from, String to, String code, String sentence) {
    InvalidEventException refusal = refusal(STRUCTURED.replace(from, to));
    assertThat(refusal).isNotNull().hasMessageStartingWith(sentence);
    assertThat(refusal.code().code()).isEqualTo(code);
  }

  @Test
  void bothModesAndThePlainFormAreTheSameEvent() {
    UsageEvent plain = decode(DATA.replace("{", "{\"eventId\": \"ce-1\", "));
    assertThat(decode(STRUCTURED)).isEqualTo(plain);
    assertThat(binary(HEADERS)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_id, '', eventId is required",
    "ce_id, a\0b, eventId must not contain the character U+0000",
    "ce_type, other, CloudEvents attribute type must be 'llm.usage.v1'",
    "ce_time, noon, occurredAt must be a time"
  })
  void aWrongHeaderIsRefused(String header, String value, String sentence) {
    Map<String, String> headers = new TreeMap<>(HEADERS);
    headers.put(header, value);
    assertThat(catchThrowableOfType(InvalidEventException.class, () -> binary(headers)))
        .isNotNull()
        .hasMessageStartingWith(sentence);
  }

  @Test
  void theSubjectIsTheOrgOnlyWhereTheDataNamesNone() {
    String withSubject = STRUCTURED.replace("\"id\"", "\"subject\": \"other\", \"id\"");
    assertThat(decode(withSubject).orgId()).isEqualTo("acme");
    assertThat(decode(withSubject.replace("\"orgId\": \"acme\"", "\"orgId\": null")).orgId())
        .isEqualTo("other");
  }

  private static UsageEvent binary(Map<String, String> headers) {
    byte[] body = DATA.getBytes(StandardCharsets.UTF_8);
    return new UsageEventDecoder().decode(body, headers, SampleEvents.SENT_AT, SampleEvents.NOW);
  }
}
