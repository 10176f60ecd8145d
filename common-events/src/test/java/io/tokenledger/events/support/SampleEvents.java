package io.tokenledger.events.support;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.events.decode.UsageEventDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** The smallest event, and what the decoder makes of changes to it. */
public final class SampleEvents {

  public static final Instant SENT_AT = Instant.parse("2026-01-31T12:00:00Z");
  public static final Instant NOW = SENT_AT;

  private static final String MINIMAL =
      """
      {"eventId": "e-1", "orgId": "acme", "provider": "openai", "modelName": "gpt-4o-mini"}""";

  private SampleEvents() {}

  public static ObjectNode minimal() {
    return (ObjectNode) json(MINIMAL);
  }

  /** The text of the smallest event with one more member, as it stands. */
  public static String minimalWith(String member) {
    return MINIMAL.replace("}", ", " + member + "}");
  }

  public static ObjectNode with(String field, JsonNode value) {
    ObjectNode event = minimal();
    event.set(field, value);
    return event;
  }

  public static JsonNode json(String text) {
    try {
      return EventJson.READER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public static UsageEvent decode(String message) {
    return decode(message.getBytes(StandardCharsets.UTF_8));
  }

  public static UsageEvent decode(byte[] message) {
    return new UsageEventDecoder().decode(message, Map.of(), SENT_AT, NOW);
  }

  public static UsageEvent decode(JsonNode event) {
    return decode(event.toString());
  }

  /** Why the message is refused; any other exception fails the test. */
  public static InvalidEventException refusal(byte[] message) {
    return catchThrowableOfType(InvalidEventException.class, () -> decode(message));
  }

  public static InvalidEventException refusal(String message) {
    return refusal(message.getBytes(StandardCharsets.UTF_8));
  }
}
