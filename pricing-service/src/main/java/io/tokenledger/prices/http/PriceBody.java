package io.tokenledger.prices.http;

import io.tokenledger.events.ModelName;
import io.tokenledger.prices.PriceDraft;
import io.tokenledger.pricing.json.InvalidPriceException;
import io.tokenledger.pricing.json.RatesJson;
import io.tokenledger.pricing.rates.Rates;
import io.tokenledger.service.http.Body;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a {@code PUT} of a price, checked. */
@Schema(name = "PriceChange", requiredProperties = "rates")
record PriceBody(
    @Schema(implementation = PriceSchemas.Rates.class) Rates rates,
    @Schema(description = "RFC 3339; by default now. May lie in the past or in the future.")
        Instant effectiveFrom,
    @Schema(description = "Whose contract price it is; without it, everyone's.") String orgId,
    @Schema(description = "Why, up to 500 characters; may be empty.") String note) {

  static PriceBody fromBody(byte[] body) {
    Body fields = Body.of(body, "rates", "effectiveFrom", "orgId", "note");
    return new PriceBody(
        rates(fields),
        fields.field("effectiveFrom").time(Instant.now()),
        fields.field("orgId").orgId(),
        Note.of(fields.field("note")));
  }

  PriceDraft toDraft(ModelName model, String userId) {
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

  private static Rates rates(Body fields) {
    try {
      return RatesJson.decodeNew(fields.json("rates"), "rates");
    } catch (InvalidPriceException e) {
      throw Body.invalid(e.getMessage() + ".");
    }
  }
}
