package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.Money;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageSource;
import io.tokenledger.events.support.SampleEvents;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Usage of providers and client libraries as an event carries it, and what the event then counts.
 * Each case names the library and version, or the documentation, that its shape is from. A class
 * that is not expected is 0, a unit or a cost that is not expected is not there.
 */
class ShapeCasesTest {

  record Case(String id, JsonNode json) {

    ObjectNode event() {
      ObjectNode event = SampleEvents.minimal();
      event.set("provider", json.get("provider"));
      event.set("modelName", json.get("modelName"));
      if (json.has("rawUsage")) {
        event.set("rawUsage", json.get("rawUsage"));
      }
      json.path("event").properties().forEach(e -> event.set(e.getKey(), e.getValue()));
      return event;
    }

    JsonNode expected() {
      return json.get("expected");
    }

    @Override
    public String toString() {
      return id + ": " + json.get("source").asText();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isCounted(Case one) {
    if (one.expected().has("refused")) {
      assertRefused(one);
    } else {
      assertCounted(one, SampleEvents.decode(one.event()));
    }
  }

  private static void assertRefused(Case one) {
    InvalidEventException refusal = SampleEvents.refusal(one.event().toString());
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.code()).isEqualTo(RejectionCode.UNKNOWN_USAGE_SHAPE);
    assertThat(refusal).hasMessageContaining(one.expected().get("refused").asText());
  }

  private static void assertCounted(Case one, UsageEvent event) {
    JsonNode expected = one.expected();
    SoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(event.tokens()).as("tokens").isEqualTo(tokens(expected));
          softly.assertThat(plain(event.units())).as("units").isEqualTo(units(expected));
          softly.assertThat(event.reportedCostNanos()).as("cost").isEqualTo(cost(expected));
          softly
              .assertThat(event.usageSource())
              .as("usageSource")
              .isEqualTo(
                  expected.path("complete").asBoolean(true)
                      ? UsageSource.REPORTED
                      : UsageSource.PARTIAL);
          softly
              .assertThat(event.serving().serviceTier())
              .isEqualTo(expected.path("serviceTier").asText("standard"));
          softly
              .assertThat(event.serving().speed())
              .isEqualTo(expected.path("speed").asText("standard"));
          softly
              .assertThat(event.serving().inferenceGeo())
              .isEqualTo(expected.path("inferenceGeo").asText(""));
        });
  }

  private static TokenCounts tokens(JsonNode expected) {
    return TokenCounts.of((TokenClass each) -> expected.path(each.code()).asLong(0));
  }

  private static Map<String, String> units(JsonNode expected) {
    Map<String, String> units = new TreeMap<>();
    expected.path("units").properties().forEach(u -> units.put(u.getKey(), u.getValue().asText()));
    return units;
  }

  private static Map<String, String> plain(Map<String, BigDecimal> units) {
    Map<String, String> plain = new TreeMap<>();
    units.forEach((unit, quantity) -> plain.put(unit, quantity.toPlainString()));
    return plain;
  }

  private static OptionalLong cost(JsonNode expected) {
    return expected.has("costUsd")
        ? OptionalLong.of(Money.nanosFromUsd(new BigDecimal(expected.get("costUsd").asText())))
        : OptionalLong.empty();
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in = ShapeCasesTest.class.getResourceAsStream("/provider-shapes/cases.json")) {
      return RecordedResponses.JSON
          .readTree(in)
          .valueStream()
          .map(json -> new Case(json.get("id").asText(), json))
          .toList()
          .stream();
    }
  }
}
