package io.tokenledger.query.sums.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.http.Parameters;
import io.tokenledger.query.sums.DateRange;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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
    return range(from, to, tz, maxDays, clock);
  }

  public String feature() {
    return Parameters.text("feature", feature);
  }

  /** The days asked for; the last 30 including today when neither end is given. */
  public static DateRange range(String from, String to, String tz, int maxDays, Clock clock) {
    ZoneId zone = Parameters.zone(tz);
    LocalDate last = Parameters.date("to", to).orElseGet(() -> LocalDate.now(clock.withZone(zone)));
    LocalDate first =
        Parameters.date("from", from).orElseGet(() -> last.minusDays(DateRange.DEFAULT_DAYS - 1));
    if (first.isAfter(last)) {
      throw invalidParameter("from", "must not be after 'to' (" + last + ").");
    }
    if (ChronoUnit.DAYS.between(first, last) >= maxDays) {
      throw invalidParameter(
          "from", "must be such that the range has at most %,d days.".formatted(maxDays));
    }
    return new DateRange(first, last, zone);
  }
}
