package io.tokenledger.prices.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.Serving;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.BillableCounts;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.json.InvalidPriceException;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads one item of {@code POST /v1/resolve}. Fields are named and bounded as in the usage event;
 * unknown ones are ignored, as there. Errors name the item and the field.
 */
final class ResolveItemBody {

  /** The totals of a large org's month; three of them still add up within a {@code long}. */
  private static final long MAX_TOTAL_TOKENS = 1_000_000_000_000_000L;

  private final String item;
  private final ObjectNode fields;

  ResolveItemBody(int index, JsonNode json) {
    this.item = "[" + index + "]";
    this.fields = object(item, json);
  }

  ResolveQuestion toQuestion(Instant now) {
    Optional<Rates> rates = fields.hasNonNull("rates") ? Optional.of(rates()) : Optional.empty();
    return new ResolveQuestion(
        toUsage(now, rates.isPresent()), field("knownAt").time(Instant.MAX), rates);
  }

  private BillableUsage toUsage(Instant now, boolean mayBeTotals) {
    String modelField = fields.has("modelName") ? "modelName" : "model";
    BillableCounts counts = counts(mayBeTotals ? MAX_TOTAL_TOKENS : UsageLimits.MAX_TOKENS);
    return new BillableUsage(
        field("orgId").orgId(),
        field("provider").provider(),
        field(modelField).modelName(),
        field("occurredAt").time(now),
        counts.tokens(),
        counts.units(),
        counts.requestCount(),
        serving());
  }

  private BillableCounts counts(long maxTokens) {
    ObjectNode usage = object(path("usage"), fields.path("usage"));
    try {
      return BillableCounts.of(DecimalTexts.asNumbers(usage, "units"), maxTokens);
    } catch (InvalidEventException e) {
      throw Body.invalid(path("usage") + "." + e.getMessage() + ".");
    }
  }

  private Serving serving() {
    try {
      return BillableCounts.serving(fields);
    } catch (InvalidEventException e) {
      throw Body.invalid(path(e.getMessage()) + ".");
    }
  }

  private Rates rates() {
    try {
      return RatesJson.decodeNew(fields.get("rates"), path("rates"));
    } catch (InvalidPriceException e) {
      throw Body.invalid(e.getMessage() + ".");
    }
  }

  private Input field(String name) {
    return Body.at(path(""), fields).field(name);
  }

  private String path(String field) {
    return item + "." + field;
  }

  private static ObjectNode object(String path, JsonNode json) {
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw Body.invalid("'" + path + "' must be an object.");
  }
}
