package io.tokenledger.prices.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.pricing.InvalidPriceException;
import io.tokenledger.pricing.Rates;
import io.tokenledger.pricing.RatesJson;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a {@code PUT} of a price, checked.
 *
 * @param effectiveFrom now when the body has none
 * @param orgId empty for a global price
 * @param note may be empty
 */
record PriceChange(Rates rates, Instant effectiveFrom, String orgId, String note) {

  private static final Set<String> FIELDS = Set.of("rates", "effectiveFrom", "orgId", "note");
  private static final int MAX_NOTE = 500;

  static PriceChange fromBody(byte[] body) {
    JsonNode json = JsonBody.parse(body);
    if (!json.isObject()) {
      throw JsonBody.invalid("The body must be an object with 'rates'.");
    }
    json.fieldNames().forEachRemaining(PriceChange::requireKnown);
    return new PriceChange(
        rates(json),
        Checked.time("effectiveFrom", text(json, "effectiveFrom"), Instant.now()),
        Checked.orgId("orgId", text(json, "orgId")),
        note(text(json, "note")));
  }

  PriceDraft toDraft(String provider, String modelName, String userId) {
    return new PriceDraft(
        orgId,
        provider,
        modelName,
        effectiveFrom,
        PriceDraft.MANUAL,
        userId,
        note,
        Optional.of(rates));
  }

  private static Rates rates(JsonNode json) {
    try {
      return RatesJson.decode(json.get("rates"), "rates");
    } catch (InvalidPriceException e) {
      throw JsonBody.invalid(e.getMessage() + ".");
    }
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw JsonBody.invalid("'" + field + "' must be a text.");
    }
    return value.isTextual() ? value.textValue() : "";
  }

  private static String note(String note) {
    return note.isEmpty() ? "" : Checked.text("note", note, MAX_NOTE);
  }

  private static void requireKnown(String field) {
    if (!FIELDS.contains(field)) {
      throw JsonBody.invalid(
          "'" + field + "' is unknown; allowed are rates, effectiveFrom, orgId and note.");
    }
  }
}
