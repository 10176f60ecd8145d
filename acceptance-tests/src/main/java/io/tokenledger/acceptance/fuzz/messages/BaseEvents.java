package io.tokenledger.acceptance.fuzz.messages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.fuzz.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Valid events with every field, to be spoilt: the same seed and number make the same one. */
final class BaseEvents {

  static final List<String> ORGS = List.of("fuzz-a", "fuzz-b", "fuzz-c");

  private static final Duration DAYS = Duration.ofDays(20);
  private static final long OTHER_DICE = 1L << 40;

  private final long seed;
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  BaseEvents(long seed) {
    this.seed = seed;
  }

  ObjectNode number(long number) {
    Dice dice = Dice.of(seed, OTHER_DICE + number);
    Instant time = begin.minusSeconds(dice.below((int) DAYS.toSeconds()));
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("eventId", idOf(number, time)).put("orgId", dice.oneOf(ORGS));
    event.put("userId", "user-" + dice.below(50)).put("provider", "fuzzai");
    event.put("modelName", "model-" + dice.below(5)).put("feature", "chat");
    event.put("activity", "agent.fuzz").put("category", "fuzz");
    event.put("inputTokens", 1_000 + dice.below(1_000)).put("outputTokens", 500);
    event.put("cacheReadTokens", dice.below(500)).put("cacheWriteTokens", dice.below(500));
    event.put("reasoningTokens", dice.below(500)).put("embeddingTokens", dice.below(9));
    event.put("estimatedCostMicros", dice.below(10_000)).put("durationMs", dice.below(9_000));
    event.put("conversationId", "c-" + dice.below(50)).put("messageId", "m-" + number);
    event.put("occurredAt", time.toString()).put("success", dice.below(9) > 0);
    event.putObject("metadata").put("storyId", "S-" + dice.below(9)).put("phase", "x");
    event.putObject("units").put("webSearches", dice.below(3));
    return event;
  }

  static String orgAndId(ObjectNode event) {
    return event.path("orgId").asText() + " " + event.path("eventId").asText();
  }

  Instant begin() {
    return begin;
  }

  /** Every second one is a UUIDv7, whose time is the event's (RFC 9562, section 5.7). */
  private String idOf(long number, Instant time) {
    return number % 2 == 0
        ? "fuzz-" + seed + "-" + number
        : new UUID(
                time.toEpochMilli() << 16 | 0x7000L | number >>> 52,
                0x8000_0000_0000_0000L | number << 8 | seed & 0xff)
            .toString();
  }
}
