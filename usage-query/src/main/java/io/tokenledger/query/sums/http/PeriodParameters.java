package io.tokenledger.query.sums.http;

import io.tokenledger.query.http.Parameters;
import io.tokenledger.query.sums.DateRange;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every report of a period can be asked with. */
public class PeriodParameters {

  @QueryParam("from")
  @Parameter(
      description = "First day, YYYY-MM-DD, inclusive; by default 29 days before the last.",
      example = "2026-01-01")
  public String from;

  @QueryParam("to")
  @Parameter(
      description =
          "Last day, YYYY-MM-DD, inclusive; by default today. At most 400 days after the first.",
      example = "2026-01-31")
  public String to;

  @QueryParam("tz")
  @Parameter(
      description = "IANA time zone name, whose days are meant; by default UTC.",
      example = "Europe/Berlin")
  public String tz;

  @QueryParam("feature")
  @Parameter(description = "Only this feature.", example = "chat")
  public String feature;

  public DateRange range(Clock clock) {
    return range(DateRange.MAX_DAYS, clock);
  }

  public DateRange range(int maxDays, Clock clock) {
    return Parameters.range(from, to, tz, maxDays, clock);
  }

  public String feature() {
    return Parameters.text("feature", feature);
  }
}
