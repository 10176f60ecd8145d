package io.tokenledger.events.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.Sha256;
import io.tokenledger.events.TokenClass;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A fingerprint of what the producer sent: the known fields that are present, in a fixed order.
 * Defaults, unknown fields, nulls, the order of fields and white space do not count, so that a
 * retry by another library is still a retry; any other difference makes a conflict.
 *
 * <p>It is stored with the event: changing how it is made would turn the retries that meet an
 * upgrade into conflicts. So the time is in it as it was written; whether another way of writing it
 * makes a stored hash is asked where there would be a conflict.
 */
final class PayloadHash {

  private static final List<String> BEFORE_TOKENS =
      List.of(
          "eventId",
          "orgId",
          "userId",
          "provider",
          "modelName",
          "feature",
          "activity",
          "category",
          "requestCount");

  private static final List<String> AFTER_TOKENS =
      List.of(
          "units",
          "rawUsage",
          "usageSource",
          "serviceTier",
          "estimatedCostMicros",
          "durationMs",
          "timeToFirstTokenMs",
          "success",
          "errorMessage",
          "conversationId",
          "messageId",
          "metadata",
          "occurredAt",
          "estimatedCostUsd",
          "speed",
          "inferenceGeo",
          "apiKeyId",
          "revision",
          "voided");

  /** Every field of the contract. */
  static final List<String> FIELDS =
      Stream.of(
              BEFORE_TOKENS, TokenClass.ALL.stream().map(TokenClass::field).toList(), AFTER_TOKENS)
          .flatMap(List::stream)
          .toList();

  private static final String TIME = "occurredAt";
  private static final List<String> BEFORE_TIME = FIELDS.subList(0, FIELDS.indexOf(TIME));
  private static final List<String> AFTER_TIME =
      FIELDS.subList(FIELDS.indexOf(TIME) + 1, FIELDS.size());

  private PayloadHash() {}

  /** The first 64 bits of SHA-256: an accident is out of reach, and a forger only harms itself. */
  static long of(ObjectNode event) {
    return ByteBuffer.wrap(Sha256.of(bytesOf(event, FIELDS))).getLong();
  }

  /** Whether it is the hash of this event, with its time written in any of the usual ways. */
  static boolean isOfTheSameTime(ObjectNode event, long hash) {
    JsonNode told = event.get(TIME);
    Optional<Instant> time =
        told == null || !told.isTextual()
            ? Optional.empty()
            : Rfc3339.parseExactly(told.textValue());
    if (time.isEmpty()) {
      return false;
    }
    MessageDigest before = Sha256.begun(bytesOf(event, BEFORE_TIME));
    byte[] after = bytesOf(event, AFTER_TIME);
    return TimeSpellings.of(time.get()).stream()
        .map(spelling -> Sha256.of(before, timeAs(spelling), after))
        .anyMatch(sha -> ByteBuffer.wrap(sha).getLong() == hash);
  }

  private static byte[] timeAs(String spelling) {
    return appendText(new StringBuilder(TIME).append('='), spelling)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytesOf(ObjectNode event, List<String> fields) {
    StringBuilder canonical = new StringBuilder(512);
    for (String field : fields) {
      JsonNode value = event.get(field);
      if (value != null && !value.isNull()) {
        append(canonical.append(field).append('='), value);
      }
    }
    return canonical.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder to, JsonNode value) {
    if (value.isObject()) {
      to.append('{');
      sorted(value).forEach((name, item) -> append(appendText(to, name), item));
      to.append('}');
    } else if (value.isArray()) {
      to.append('[');
      value.forEach(item -> append(to, item));
      to.append(']');
    } else if (value.isNumber()) {
      appendNumber(to, value);
    } else if (value.isTextual()) {
      appendText(to, value.textValue());
    } else {
      to.append(value.asText()).append(';');
    }
  }

  /** A whole number with nothing to strip, as most are, looks the same without a BigDecimal. */
  private static void appendNumber(StringBuilder to, JsonNode value) {
    boolean isLong = value.isIntegralNumber() && value.canConvertToLong();
    if (isLong && value.longValue() % 10 != 0) {
      to.append(value.longValue()).append(';');
    } else {
      to.append(value.decimalValue().stripTrailingZeros()).append(';');
    }
  }

  /** With its length in front, so that no text can imitate what follows it. */
  private static StringBuilder appendText(StringBuilder to, String text) {
    return to.append('"').append(text.length()).append(':').append(text);
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    Map<String, JsonNode> byName = new TreeMap<>();
    object.properties().stream()
        .filter(entry -> !entry.getValue().isNull())
        .forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
    return byName;
  }
}
