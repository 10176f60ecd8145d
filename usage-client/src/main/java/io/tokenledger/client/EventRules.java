package io.tokenledger.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What the ledger takes, as {@code usage-event.schema.json} and its limits say it. */
final class EventRules {

  static final Pattern ORG = Pattern.compile("[A-Za-z0-9._:-]+");
  static final String ORG_RULE = "must be of letters, digits and the characters . _ : -";
  static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  static final String SLUG_RULE = "must be of lower-case letters, digits and the characters . _ -";
  static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]*");
  static final String WORD_RULE = "must be a lower-case word such as batch or flex";

  private static final Pattern UNIT = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final BigDecimal MAX_QUANTITY = BigDecimal.valueOf(EventFields.MAX_TOKENS);
  private static final BigDecimal MAX_DOLLARS = BigDecimal.valueOf(1_000_000);
  private static final int MAX_DECIMALS = 9;
  private static final int MAX_COST_DECIMALS = 50;
  private static final int MAX_UNITS = 16;
  private static final int MAX_TAGS = 32;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private EventRules() {}

  static void checkTag(EventFields fields, String key, String value) {
    boolean named = key != null && !key.isEmpty() && StorableText.is(key) && bytes(key) <= 64;
    fields.require(named, "metadata", "must have keys of 1 to 64 bytes in UTF-8");
    fields.require(StorableText.is(value), "a value of metadata", StorableText.RULE);
    fields.require(
        bytes(value) <= 200, "a value of metadata", "must not be longer than 200 bytes in UTF-8");
  }

  static boolean isUnit(EventFields fields, String unit, BigDecimal quantity) {
    boolean named = unit != null && UNIT.matcher(unit).matches();
    boolean inRange = isQuantity(quantity);
    fields.require(
        named, "units", "must be named by a lower-case letter and up to 39 letters and digits");
    fields.require(
        inRange, "units", "must be from 0 to " + MAX_QUANTITY + " with at most 9 decimals");
    return named && inRange;
  }

  static boolean isCost(EventFields fields, BigDecimal dollars) {
    boolean inRange =
        dollars.signum() >= 0
            && dollars.compareTo(MAX_DOLLARS) <= 0
            && Math.abs((long) dollars.scale()) <= MAX_COST_DECIMALS;
    fields.require(
        inRange, "estimatedCostUsd", "must be from 0 to 1000000 with at most 50 decimals");
    return inRange;
  }

  static void putTime(EventFields fields, Instant time) {
    boolean written = time == null || !time.isBefore(FIRST) && time.isBefore(LAST);
    fields.require(written, "occurredAt", "must be of the years 1 to 9999");
    if (written) {
      String text = time == null ? null : time.truncatedTo(ChronoUnit.MICROS).toString();
      fields.text("occurredAt", text, 64);
    }
  }

  /** What concerns several fields. */
  static void checkWhole(EventFields event) {
    for (String field : new String[] {"orgId", "provider", "modelName"}) {
      event.require(event.has(field), field, "is missing");
    }
    Tokens.checkParts(event);
    checkSize(event, "units", MAX_UNITS);
    checkSize(event, "metadata", MAX_TAGS);
  }

  private static void checkSize(EventFields event, String field, int max) {
    if (event.has(field)) {
      ObjectNode object = event.object(field);
      event.require(object.size() <= max, field, "must not have more than " + max + " entries");
    }
  }

  private static boolean isQuantity(BigDecimal value) {
    return value.signum() >= 0
        && value.compareTo(MAX_QUANTITY) <= 0
        && value.stripTrailingZeros().scale() <= MAX_DECIMALS;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
