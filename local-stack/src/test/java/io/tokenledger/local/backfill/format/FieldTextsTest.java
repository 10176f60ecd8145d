package io.tokenledger.local.backfill.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.StackException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTextsTest {

  private static final FieldTexts TEXTS = new FieldTexts(ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T08:30:00Z, 2026-01-31T08:30:00Z",
    "2026-01-31T09:30:00+01:00, 2026-01-31T08:30:00Z",
    "2026-01-31 08:30:00.123456789+00, 2026-01-31T08:30:00.123456Z",
    "2026-01-31 08:30:00 UTC, 2026-01-31T08:30:00Z",
    "2026-01-31 09:30:00, 2026-01-31T08:30:00Z",
    "2026-07-31T10:30, 2026-07-31T08:30:00Z",
    "2026-01-31, 2026-01-30T23:00:00Z",
    "1769848200, 2026-01-31T08:30:00Z",
    "1769848200.5, 2026-01-31T08:30:00.500Z",
    "1769848200250, 2026-01-31T08:30:00.250Z",
    "yesterday, yesterday",
    "2026-02-30 08:30:00, 2026-02-30 08:30:00"
  })
  void times(String text, String expected) {
    assertThat(put("event_time", text).path("occurredAt").asText()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "cost_usd, 1.05e-05, estimatedCostUsd, \"0.0000105\"",
    "cost_usd, 0.00010500000000000001, estimatedCostUsd, \"0.000105\"",
    "cost_usd, 0.0, estimatedCostUsd, \"0\"",
    "cost_usd, '1,5', estimatedCostUsd, '\"1,5\"'",
    "Input Tokens, 12, inputTokens, 12",
    "input_tokens, 12.0, inputTokens, 12.0",
    "input_tokens, many, inputTokens, \"many\"",
    "cache_write_1h_tokens, 3, cacheWrite1hTokens, 3",
    "success, FALSE, success, false",
    "success, 1, success, true",
    "success, maybe, success, \"maybe\"",
    "metadata.story, 12, metadata, '{\"story\":\"12\"}'",
    "units.webSearches, 2, units, '{\"webSearches\":2}'",
    "rawUsage, '{\"input_tokens\":1}', rawUsage, '{\"input_tokens\":1}'",
    "duration_ms, 840, durationMs, 840"
  })
  void values(String column, String text, String field, String json) {
    assertThat(put(column, text).path(field)).hasToString(json);
  }

  @Test
  void anEmptyTextSaysNothing() {
    assertThat(put("input_tokens", "")).isEmpty();
  }

  @Test
  void aFieldThatIsNotThereIsSaidWithThoseThatAre() {
    assertThat(EventField.ofColumn("prompt_tokens")).isNull();
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EventField.named("prompt_tokens"))
        .withMessageStartingWith(
            "There is no field prompt_tokens in a usage event; there are activity, apiKeyId,")
        .withMessageEndingWith("voided, meta.KEY and units.UNIT.");
  }

  private static ObjectNode put(String column, String text) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    EventField.ofColumn(column).put(event, text, TEXTS);
    return event;
  }
}
