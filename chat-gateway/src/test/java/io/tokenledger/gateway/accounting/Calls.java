package io.tokenledger.gateway.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.gateway.answer.Reading;
import io.tokenledger.gateway.request.Attribution;
import io.tokenledger.gateway.request.TextSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Calls for tests. */
public final class Calls {

  public static final String ORG = "acme";
  public static final UUID KEY = new UUID(7, 8);
  public static final Instant STARTED = Instant.parse("2026-03-01T10:15:30.123456Z");

  private static final JsonMapper JSON = new JsonMapper();

  private Calls() {}

  public static StartedCall chat(String eventId) {
    return call(
        eventId, "chat", "gpt-4o", attribution(Map.of("storyId", "S-1")), text("Say hello"));
  }

  static StartedCall call(
      String eventId, String operation, String model, Attribution of, TextSample input) {
    return new StartedCall(
        eventId,
        0,
        ORG,
        Optional.of(KEY),
        "openai-eu",
        "OpenAI",
        model,
        operation,
        of,
        STARTED,
        Map.of(),
        input,
        Optional.of("auto"),
        false);
  }

  static Attribution attribution(Map<String, Object> metadata) {
    return attribution("ada", "chat", metadata);
  }

  static Attribution attribution(String user, String feature, Map<String, Object> metadata) {
    return new Attribution(
        Optional.of(user),
        Optional.of("conversation-1"),
        Optional.empty(),
        Optional.of(feature),
        Optional.empty(),
        Optional.empty(),
        metadata,
        0);
  }

  static TextSample text(String text) {
    return new TextSample(text, text.length());
  }

  /** An answer that reported these usage chunks, and came to its end. */
  public static Reading answer(String... usageChunks) {
    return reading("Hello!", true, true, Optional.empty(), usageChunks);
  }

  static Reading reading(
      String output,
      boolean ended,
      boolean success,
      Optional<String> errorMessage,
      String... usageChunks) {
    return new Reading(
        Arrays.stream(usageChunks).map(Calls::json).toList(),
        Optional.of("gpt-4o-2024-08-06"),
        Optional.of("chatcmpl-1"),
        Optional.empty(),
        Optional.of("default"),
        errorMessage,
        ended,
        success,
        text(output));
  }

  public static EndedCall ended(Reading reading, How how) {
    return new EndedCall(
        reading, how, Optional.of(Duration.ofMillis(1_500)), Optional.of(Duration.ofMillis(80)));
  }

  /** As the ledger reads it. */
  static UsageEvent decoded(byte[] event) {
    return new UsageEventDecoder().decode(event, Map.of(), STARTED, STARTED);
  }

  /**
   * @param json with single quotes
   */
  static JsonNode json(String json) {
    return json(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode json(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
