package io.tokenledger.query.sums.http;

import io.tokenledger.query.http.Texts;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every report of a period can be asked with. */
public class PeriodParameters {

  static final String CURRENCY =
      "Shows costs in this currency, too, by its code of ISO 4217: by the newest rate that is of"
          + " the last day or before, and of today or before when the last day is not over.";

  /** By the name that answers tell, which that of an offset is not. */
  private static final ZoneId UTC = ZoneId.of("UTC");

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

  @QueryParam("currency")
  @Parameter(description = CURRENCY, example = "EUR")
  public String currency;

  @QueryParam("feature")
  @Parameter(description = "Only this feature.", example = "chat")
  public String feature;

  public DateRange range(Clock clock) {
    return range(DateRange.MAX_DAYS, clock);
  }

  public DateRange range(int maxDays, Clock clock) {
    return range(from, to, tz, maxDays, clock);
  }

  /** Whether days are named; else they follow from today. */
  protected boolean isOfDays() {
    return !Input.parameter("from", from).isAbsent() || !Input.parameter("to", to).isAbsent();
  }

  public String feature() {
    return Texts.filter("feature", feature);
  }

  /** The days asked for; the last 30 including today when neither end is given. */
  public static DateRange range(String from, String to, String tz, int maxDays, Clock clock) {
    ZoneId zone = zone(tz);
    Input start = Input.parameter("from", from);
    LocalDate last =
        Input.parameter("to", to).date().orElseGet(() -> LocalDate.now(clock.withZone(zone)));
    LocalDate first = start.date().orElseGet(() -> last.minusDays(DateRange.DEFAULT_DAYS - 1));
    if (first.isAfter(last)) {
      throw start.refused("must not be after 'to' (" + last + ").");
    }
    if (ChronoUnit.DAYS.between(first, last) >= maxDays) {
      throw start.refused("must be such that the range has at most %,d days.".formatted(maxDays));
    }
    return new DateRange(first, last, zone);
  }

  public static ZoneId zone(String tz) {
    return Texts.zone(Input.parameter("tz", tz)).orElse(UTC);
  }
}
