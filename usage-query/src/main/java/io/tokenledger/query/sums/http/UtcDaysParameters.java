package io.tokenledger.query.sums.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.sums.DateRange;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a report that is kept by UTC day only can be asked with. */
public class UtcDaysParameters {

  @QueryParam("from")
  @Parameter(
      description = "First UTC day, YYYY-MM-DD, inclusive; by default 29 days before the last.",
      example = "2026-01-01")
  String from;

  @QueryParam("to")
  @Parameter(
      description =
          "Last UTC day, YYYY-MM-DD, inclusive; by default today. At most 400 days after the"
              + " first.",
      example = "2026-01-31")
  String to;

  @QueryParam("tz")
  @Parameter(description = "May be given, and must then be UTC.", example = "UTC")
  String tz;

  @QueryParam("currency")
  @Parameter(description = PeriodParameters.CURRENCY, example = "EUR")
  String currency;

  public DateRange range(Clock clock) {
    DateRange range = PeriodParameters.range(from, to, tz, DateRange.MAX_DAYS, clock);
    if (!range.isUtc()) {
      throw invalidParameter("tz", "must be UTC: this report is kept by UTC day.");
    }
    return range;
  }
}
