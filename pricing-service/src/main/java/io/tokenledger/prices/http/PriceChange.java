package io.tokenledger.prices.http;

import io.tokenledger.prices.PriceDraft;
import io.tokenledger.pricing.InvalidPriceException;
import io.tokenledger.pricing.Rates;
import io.tokenledger.pricing.RatesJson;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a {@code PUT} of a price, checked. */
@Schema(name = "PriceChange", requiredProperties = "rates")
record PriceChange(
    @Schema(implementation = PriceSchemas.Rates.class) Rates rates,
    @Schema(description = "RFC 3339; by default now. May lie in the past or in the future.")
        Instant effectiveFrom,
    @Schema(description = "Whose contract price it is; without it, everyone's.") String orgId,
    @Schema(description = "Why, up to 500 characters; may be empty.") String note) {

  private static final Set<String> FIELDS = Set.of("rates", "effectiveFrom", "orgId", "note");

  static PriceChange fromBody(byte[] body) {
    JsonFields fields = JsonFields.of(body, FIELDS);
    return new PriceChange(
        rates(fields),
        Checked.time("effectiveFrom", fields.text("effectiveFrom"), Instant.now()),
        Checked.orgId("orgId", fields.text("orgId")),
        fields.note());
  }

  PriceDraft toDraft(PricedModel model, String userId) {
    return new PriceDraft(
        orgId,
        model.provider(),
        model.name(),
        effectiveFrom,
        PriceDraft.MANUAL,
        userId,
        note,
        Optional.of(rates));
  }

  private static Rates rates(JsonFields fields) {
    try {
      return RatesJson.decode(fields.json().get("rates"), "rates");
    } catch (InvalidPriceException e) {
      throw JsonBody.invalid(e.getMessage() + ".");
    }
  }
}
