package io.tokenledger.acceptance.fuzz.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.fuzz.HostileJson;
import io.tokenledger.acceptance.fuzz.HostileValues;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Fields of an event at, and beyond, what the contract allows. */
final class HostileFields {

  private static final List<String> COUNTS =
      List.of(
          "requestCount",
          "inputTokens",
          "outputTokens",
          "cacheReadTokens",
          "cacheWriteTokens",
          "cacheWrite1hTokens",
          "audioInputTokens",
          "reasoningTokens",
          "audioOutputTokens",
          "embeddingTokens",
          "durationMs",
          "timeToFirstTokenMs",
          "estimatedCostMicros");

  private static final List<BigDecimal> NUMBERS =
      List.of(
          BigDecimal.ZERO,
          BigDecimal.ONE,
          BigDecimal.ONE.negate(),
          new BigDecimal("0.5"),
          new BigDecimal("1E+2"),
          BigDecimal.valueOf(UsageLimits.MAX_TOKENS),
          BigDecimal.valueOf(UsageLimits.MAX_TOKENS + 1),
          BigDecimal.valueOf(UsageLimits.MAX_COST_MICROS),
          BigDecimal.valueOf(UsageLimits.MAX_COST_MICROS + 1),
          BigDecimal.valueOf(Integer.MAX_VALUE),
          BigDecimal.valueOf(Long.MAX_VALUE),
          new BigDecimal("1E+300"));

  private static final List<String> TEXTS =
      List.of(
          "eventId",
          "orgId",
          "userId",
          "provider",
          "modelName",
          "feature",
          "activity",
          "category",
          "errorMessage",
          "conversationId",
          "messageId",
          "serviceTier",
          "usageSource");

  private static final List<Integer> LENGTHS =
      List.of(1, 64, 65, 128, 129, 200, 201, 2_000, 2_001, 10_000);

  private static final List<String> CHARACTERS =
      List.of("x", "\u00e4", "\ud83d\ude00", "\u202e", "\"", "\u0001", " ");

  static final List<String> TIMES =
      List.of(
          "0000-01-01T00:00:00Z",
          "1969-12-31T23:59:59.999Z",
          "1970-01-01T00:00:00Z",
          "2016-12-31T23:59:60Z",
          "2026-01-01T00:00:00+18:00",
          "2026-01-01T00:00:00-18:00",
          "2026-01-01t00:00:00z",
          "2026-01-01",
          "2026-01-01T24:00:00Z",
          "2026-06-01T00:00:00.123456789123Z",
          "9999-12-31T23:59:59Z",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00Z");

  private static final List<String> IDS =
      List.of(
          "ffffffff-ffff-7fff-bfff-ffffffffffff",
          "00000000-0000-7000-8000-000000000000",
          "FFFFFFFF-FFFF-7FFF-BFFF-FFFFFFFFFFFF",
          "00000000-0000-0000-0000-000000000000",
          "0195a2c4-7e1b-8c53-9f5e-2f6d1c0a8b34",
          "0195a2c47e1b7c539f5e2f6d1c0a8b34",
          "{0195a2c4-7e1b-7c53-9f5e-2f6d1c0a8b34}");

  private final int retentionDays;
  private final Instant now;

  HostileFields(Instant now, int retentionDays) {
    this.now = now;
    this.retentionDays = retentionDays;
  }

  ObjectNode spoil(ObjectNode event, Dice dice) {
    switch (dice.below(7)) {
      case 0 -> event.put(dice.oneOf(COUNTS), dice.oneOf(NUMBERS));
      case 1 -> event.put(dice.oneOf(TEXTS), dice.oneOf(CHARACTERS).repeat(dice.oneOf(LENGTHS)));
      case 2 -> event.put("occurredAt", time(dice));
      case 3 ->
          event.put("eventId", dice.oneIn(4) ? dice.oneOf(HostileValues.TEXTS) : dice.oneOf(IDS));
      case 4 -> tags(event, dice);
      case 5 -> units(event.putObject("units"), dice);
      default -> event.set("rawUsage", rawUsage(event, dice));
    }
    return event;
  }

  private String time(Dice dice) {
    Instant edge =
        dice.oneIn(2) ? now.plus(UsageLimits.MAX_AHEAD) : now.minus(Duration.ofDays(retentionDays));
    return dice.oneIn(2)
        ? dice.oneOf(TIMES)
        : edge.plusMillis(dice.oneOf(List.of(-3_600_000, -1, 0, 1, 3_600_000))).toString();
  }

  private static void tags(ObjectNode event, Dice dice) {
    ObjectNode tags = event.putObject("metadata");
    int count = dice.oneOf(List.of(0, 1, 32, 33));
    for (int i = 0; i < count; i++) {
      String value = dice.oneOf(CHARACTERS).repeat(dice.oneOf(List.of(0, 1, 50, 200, 201)));
      tags.put("k" + i + dice.oneOf(CHARACTERS).repeat(dice.oneOf(List.of(0, 1, 60, 64))), value);
    }
    if (dice.oneIn(3)) {
      tags.set(dice.oneOf(HostileValues.TEXTS), HostileJson.value(dice));
    }
  }

  private static void units(ObjectNode units, Dice dice) {
    for (int i = dice.oneOf(List.of(0, 1, 16, 17)); i > 0; i--) {
      units.put("unit" + i, dice.oneOf(NUMBERS));
    }
    if (dice.oneIn(3)) {
      units.set(dice.oneOf(HostileValues.TEXTS), HostileJson.value(dice));
    }
  }

  private static ObjectNode rawUsage(ObjectNode event, Dice dice) {
    ObjectNode usage = event.objectNode();
    usage
        .put("prompt_tokens", dice.oneOf(NUMBERS))
        .put("completion_tokens", 5)
        .put("total_tokens", 9);
    usage.putObject("prompt_tokens_details").put("cached_tokens", dice.oneOf(NUMBERS));
    if (dice.oneIn(3)) {
      usage.put("input_tokens", 7).put("cache_creation_input_tokens", dice.oneOf(NUMBERS));
    }
    return (ObjectNode) HostileJson.spoilt(usage, dice);
  }
}
