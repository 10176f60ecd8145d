package io.tokenledger.events.decode;

import static io.tokenledger.events.InvalidEventException.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.Serving;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.provider.ProviderUsage;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.events.provider.tally.UnknownUsageShapeException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was used: from the provider's own usage block when the event carries it, otherwise from the
 * token fields.
 *
 * @param costNanos the cost that the producer, or the provider itself, gave
 * @param complete false when the usage block leaves something of the counts open
 * @param rawUsage the usage block as JSON text; empty when there is none
 */
record UsageCounts(
    TokenCounts tokens,
    Map<String, BigDecimal> units,
    OptionalLong costNanos,
    Serving serving,
    boolean complete,
    String rawUsage) {

  private static final String IMAGES = "images";
  private static final String BATCH = "batch";
  private static final BigDecimal MAX_QUANTITY = BigDecimal.valueOf(UsageLimits.MAX_TOKENS);
  private static final int MAX_QUANTITY_SCALE = 9;
  private static final Pattern UNIT = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]*");

  /**
   * @param provider in lower case
   */
  static UsageCounts of(EventFields fields, String provider, String modelName) {
    UsageCounts given =
        new UsageCounts(
            tokens(fields, UsageLimits.MAX_TOKENS),
            units(fields),
            ReportedCost.nanos(fields),
            serving(fields),
            true,
            "");
    Origin origin = Origin.of(provider, modelName);
    return fields
        .find("rawUsage")
        .map(block -> given.derivedFrom(origin, block))
        .orElse(given)
        .withImagesBilledOnce();
  }

  /** It was served as the provider answered, which need not be what was asked for. */
  private UsageCounts derivedFrom(Origin origin, JsonNode block) {
    StorableText.checkAll("rawUsage", block);
    try {
      NormalizedUsage usage = ProviderUsage.of(origin, block);
      Map<String, BigDecimal> allUnits = new TreeMap<>(usage.units());
      allUnits.putAll(units);
      return new UsageCounts(
          usage.tokens(),
          Collections.unmodifiableMap(allUnits),
          costNanos.isPresent() ? costNanos : usage.costNanos(),
          new Serving(
              servedTier(usage),
              usage.speed().orElse(serving.speed()),
              usage.inferenceGeo().orElse(serving.inferenceGeo())),
          usage.complete(),
          block.toString());
    } catch (UnknownUsageShapeException e) {
      throw new InvalidEventException(
          RejectionCode.UNKNOWN_USAGE_SHAPE, "rawUsage: " + e.getMessage());
    }
  }

  /**
   * A batch is served as one: what is in it says of its tier no more than that it asked for none.
   */
  private String servedTier(NormalizedUsage usage) {
    String served = usage.serviceTier().orElse(serving.serviceTier());
    boolean inBatch = serving.serviceTier().equals(BATCH);
    return inBatch && served.equals(Serving.STANDARD.serviceTier()) ? BATCH : served;
  }

  /** Images that are counted in tokens are billed by them: the number of images says no more. */
  private UsageCounts withImagesBilledOnce() {
    boolean inTokens =
        tokens.count(TokenClass.IMAGE_INPUT) + tokens.count(TokenClass.IMAGE_OUTPUT) > 0;
    if (!inTokens || !units.containsKey(IMAGES)) {
      return this;
    }
    Map<String, BigDecimal> others = new TreeMap<>(units);
    others.remove(IMAGES);
    return new UsageCounts(
        tokens, Collections.unmodifiableMap(others), costNanos, serving, complete, rawUsage);
  }

  static Serving serving(EventFields fields) {
    return new Serving(
        word(fields, "serviceTier", Serving.STANDARD.serviceTier(), "batch or flex"),
        word(fields, "speed", Serving.STANDARD.speed(), "standard or fast"),
        word(fields, "inferenceGeo", Serving.STANDARD.inferenceGeo(), "us or global"));
  }

  private static String word(EventFields fields, String field, String absent, String examples) {
    return fields.text(
        field,
        UsageLimits.MAX_SERVING,
        absent,
        WORD,
        "must be a lower-case word such as " + examples);
  }

  static Map<String, BigDecimal> units(EventFields fields) {
    return fields.object("units").map(UsageCounts::units).orElse(Map.of());
  }

  /**
   * @param max of each class
   */
  static TokenCounts tokens(EventFields fields, long max) {
    TokenCounts tokens = TokenCounts.of(each -> fields.count(each.field(), 0, max));
    TokenClass.BY_TOTAL.forEach(each -> requireParts(each, tokens));
    return tokens;
  }

  private static void requireParts(TokenClass total, TokenCounts tokens) {
    long count = tokens.partsOf(total);
    long of = tokens.count(total);
    if (count > of) {
      String parts =
          total.parts().stream().map(TokenClass::field).collect(Collectors.joining(" + "));
      throw invalid(parts, "must not exceed " + total.field() + " (" + count + " > " + of + ")");
    }
  }

  private static Map<String, BigDecimal> units(ObjectNode units) {
    if (units.size() > UsageLimits.MAX_UNITS) {
      throw invalid("units", "must not have more than " + UsageLimits.MAX_UNITS + " entries");
    }
    Map<String, BigDecimal> quantities = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : units.properties()) {
      if (!UNIT.matcher(entry.getKey()).matches()) {
        throw invalid(
            "units", "must be named by a lower-case letter and up to 39 letters and digits");
      }
      if (!entry.getValue().isNull()) {
        quantities.put(entry.getKey(), quantity("units." + entry.getKey(), entry.getValue()));
      }
    }
    return Collections.unmodifiableMap(quantities);
  }

  private static BigDecimal quantity(String field, JsonNode node) {
    BigDecimal value = node.isNumber() ? node.decimalValue() : BigDecimal.ONE.negate();
    if (value.signum() < 0
        || value.compareTo(MAX_QUANTITY) > 0
        || value.stripTrailingZeros().scale() > MAX_QUANTITY_SCALE) {
      throw invalid(
          field, "must be a number from 0 to " + MAX_QUANTITY + " with at most 9 decimals");
    }
    return value;
  }
}
