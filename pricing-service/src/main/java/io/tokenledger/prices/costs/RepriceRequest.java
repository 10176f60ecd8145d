package io.tokenledger.prices.costs;

import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import java.time.LocalDate;
import java.util.Optional;

/** The body of {@code POST /v1/reprice}, checked. */
final class RepriceRequest {

  private static final int MAX_REASON = 500;
  private static final int FIRST_YEAR = 1970;

  private RepriceRequest() {}

  static RepriceOrder orderFrom(byte[] body, String userId) {
    Body fields = Body.of(body, "orgId", "provider", "modelName", "from", "to", "reason", "dryRun");
    Optional<LocalDate> from = day(fields.field("from"));
    Optional<LocalDate> to = day(fields.field("to"));
    if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
      throw fields.field("to").refused("must not be before 'from'.");
    }
    return new RepriceOrder(
        userId,
        fields.field("reason").text(MAX_REASON),
        fields.field("orgId").orgId(),
        fields.field("provider").given().map(Input::provider).orElse(""),
        fields.field("modelName").given().map(Input::modelName).orElse(""),
        from,
        to,
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
