package io.tokenledger.query.analytics.http;

import io.tokenledger.query.analytics.SummaryPeriod;
import io.tokenledger.query.analytics.SummaryQuery;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.http.UsageParameters;
import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a summary can be asked with. */
public class SummaryParameters extends UsageParameters {

  private static final Map<String, SummaryPeriod> PERIODS =
      Choices.of(SummaryPeriod.values(), SummaryPeriod::code);

  @QueryParam("period")
  @Parameter(
      description =
          "today; week: the last 7 days; month: the last 30 days, each with today; custom, the"
              + " default: the days from 'from' to 'to'.",
      example = "week")
  String period;

  SummaryQuery toSummaryQuery(Clock clock) {
    Input named = Input.parameter("period", period);
    SummaryPeriod chosen = named.choice(PERIODS).orElse(SummaryPeriod.CUSTOM);
    if (chosen == SummaryPeriod.CUSTOM) {
      return new SummaryQuery(chosen, range(clock), filter());
    }
    if (isOfDays()) {
      throw named.refused("must be custom when 'from' or 'to' is given.");
    }
    ZoneId zone = zone(tz);
    LocalDate today = LocalDate.now(clock.withZone(zone));
    DateRange range = new DateRange(today.minusDays(chosen.days() - 1L), today, zone);
    return new SummaryQuery(chosen, range, filter());
  }
}
