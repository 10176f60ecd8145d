package io.tokenledger.prices.costs;

import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /v1/reprice}, checked: which recorded events are to get the cost that the
 * price book gives them now.
 *
 * @param orgId empty for all, as are provider and model
 */
@Schema(name = "RepriceRequest", requiredProperties = "reason")
record RepriceRequest(
    @Schema(description = "Only events of this org; without it, of all.") String orgId,
    @Schema(description = "Only events of this provider.") String provider,
    @Schema(description = "Only events of exactly this model.") String modelName,
    @Schema(description = "The first UTC day of the events; without it, all before 'to'.")
        Optional<LocalDate> from,
    @Schema(description = "The last UTC day, inclusive; without it, all after 'from'.")
        Optional<LocalDate> to,
    @Schema(description = "Why, 1 to 500 characters.") String reason,
    @Schema(description = "Whether to say only what would change; by default false.")
        boolean dryRun) {

  private static final int MAX_REASON = 500;
  private static final int FIRST_YEAR = 1970;

  static RepriceRequest fromBody(byte[] body) {
    Body fields = Body.of(body, "orgId", "provider", "modelName", "from", "to", "reason", "dryRun");
    Optional<LocalDate> from = day(fields.field("from"));
    Optional<LocalDate> to = day(fields.field("to"));
    if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
      throw fields.field("to").refused("must not be before 'from'.");
    }
    return new RepriceRequest(
        fields.field("orgId").orgId(),
        fields.field("provider").given().map(Input::provider).orElse(""),
        fields.field("modelName").given().map(Input::modelName).orElse(""),
        from,
        to,
        fields.field("reason").text(MAX_REASON),
        fields.flag("dryRun"));
  }

  private static Optional<LocalDate> day(Input field) {
    Optional<LocalDate> day = field.date();
    if (day.filter(each -> each.getYear() < FIRST_YEAR).isPresent()) {
      throw field.refused("must be a UTC day from 1970 on, such as 2026-05-31.");
    }
    return day;
  }
}
