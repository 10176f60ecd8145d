package io.tokenledger.prices.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.prices.http.Checked;
import io.tokenledger.prices.http.JsonBody;
import io.tokenledger.pricing.BillableUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/**
 * Reads one item of {@code POST /v1/resolve}. Fields are named and bounded as in the usage event;
 * unknown ones are ignored, as there. Errors name the item and the field.
 */
@Schema(
    name = "ResolveItem",
    type = SchemaType.OBJECT,
    requiredProperties = {"provider", "modelName", "usage"},
    properties = {
      @SchemaProperty(name = "provider", type = SchemaType.STRING, examples = "openai"),
      @SchemaProperty(
          name = "modelName",
          type = SchemaType.STRING,
          description = "Also accepted as 'model'.",
          examples = "gpt-5"),
      @SchemaProperty(
          name = "orgId",
          type = SchemaType.STRING,
          description = "Whose contract prices and aliases hold; without it, everyone's."),
      @SchemaProperty(
          name = "occurredAt",
          type = SchemaType.STRING,
          format = "date-time",
          description = "Selects the price version; by default now."),
      @SchemaProperty(
          name = "knownAt",
          type = SchemaType.STRING,
          format = "date-time",
          description = "At the prices the book had then; by default, at those it has now."),
      @SchemaProperty(
          name = "serviceTier",
          type = SchemaType.STRING,
          description = "standard (default), batch, flex or priority."),
      @SchemaProperty(
          name = "usage",
          type = SchemaType.OBJECT,
          description =
              "The token fields of the usage event (inputTokens, outputTokens, cacheReadTokens,"
                  + " cacheWriteTokens, cacheWrite1hTokens, audioInputTokens, reasoningTokens,"
                  + " audioOutputTokens, embeddingTokens), units and requestCount (default 1).")
    })
final class ResolveItem {

  private static final BigDecimal MAX_UNITS = new BigDecimal("1e15");
  private static final int MAX_DECIMALS = 18;

  @Schema(hidden = true)
  private final String path;

  @Schema(hidden = true)
  private final JsonNode item;

  @Schema(hidden = true)
  private final JsonNode usage;

  ResolveItem(int index, JsonNode item) {
    this.path = "[" + index + "].";
    if (!item.isObject()) {
      throw JsonBody.invalid("'[" + index + "]' must be an object.");
    }
    this.item = item;
    this.usage = item.path("usage");
    if (!usage.isObject()) {
      throw refused("usage", "must be an object");
    }
  }

  ResolveQuestion toQuestion(Instant now) {
    return new ResolveQuestion(
        toUsage(now), Checked.time(path + "knownAt", text("knownAt"), Instant.MAX));
  }

  private BillableUsage toUsage(Instant now) {
    String modelField = item.has("modelName") ? "modelName" : "model";
    return new BillableUsage(
        Checked.orgId(path + "orgId", text("orgId")),
        Checked.provider(path + "provider", text("provider")),
        Checked.modelName(path + modelField, text(modelField)),
        Checked.time(path + "occurredAt", text("occurredAt"), now),
        tokens(),
        units(),
        usage.has("requestCount") ? count("requestCount", UsageLimits.MAX_REQUESTS) : 1,
        text("serviceTier"));
  }

  private TokenCounts tokens() {
    TokenCounts tokens = TokenCounts.of(each -> tokenCount(each.field()));
    TokenClass.BY_TOTAL.forEach(each -> requirePartsWithin(each, tokens));
    return tokens;
  }

  private void requirePartsWithin(TokenClass total, TokenCounts tokens) {
    long parts = tokens.partsOf(total);
    if (parts > tokens.count(total)) {
      throw refused("usage." + total.field(), "is less than its parts together, " + parts);
    }
  }

  private long tokenCount(String field) {
    return usage.has(field) ? count(field, UsageLimits.MAX_TOKENS) : 0;
  }

  private long count(String field, long max) {
    JsonNode value = usage.get(field);
    boolean whole = value.isIntegralNumber() && value.canConvertToLong();
    if (!whole || value.longValue() < 0 || value.longValue() > max) {
      throw refused("usage." + field, "must be a whole number from 0 to " + max);
    }
    return value.longValue();
  }

  private Map<String, BigDecimal> units() {
    JsonNode units = usage.path("units");
    if (!units.isMissingNode() && (!units.isObject() || units.size() > UsageLimits.MAX_UNITS)) {
      throw refused("usage.units", "must be an object of at most " + UsageLimits.MAX_UNITS);
    }
    Map<String, BigDecimal> quantities = new TreeMap<>();
    units
        .properties()
        .forEach(unit -> quantities.put(unit.getKey(), quantity(unit.getKey(), unit.getValue())));
    return quantities;
  }

  private BigDecimal quantity(String unit, JsonNode value) {
    String field = "usage.units." + unit;
    try {
      BigDecimal quantity = value.isNumber() ? value.decimalValue() : decimalText(value);
      boolean inRange = quantity.signum() >= 0 && quantity.compareTo(MAX_UNITS) <= 0;
      if (inRange && quantity.scale() <= MAX_DECIMALS) {
        return quantity;
      }
    } catch (NumberFormatException e) {
      throw refused(field, "must be a number");
    }
    throw refused(field, "must be from 0 to 1e15 with at most 18 decimals");
  }

  private static BigDecimal decimalText(JsonNode value) {
    String text = value.isTextual() ? value.textValue() : "";
    if (text.length() > UsageLimits.MAX_NUMBER_LENGTH) {
      throw new NumberFormatException();
    }
    return new BigDecimal(text);
  }

  private String text(String field) {
    JsonNode value = item.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw refused(field, "must be a text");
    }
    return value.isTextual() ? value.textValue() : "";
  }

  private RuntimeException refused(String field, String whatIsAllowed) {
    return JsonBody.invalid("'" + path + field + "' " + whatIsAllowed + ".");
  }
}
