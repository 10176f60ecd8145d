package io.tokenledger.query.analytics.http;

import io.tokenledger.query.analytics.TimelineQuery;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.Granularity;
import io.tokenledger.query.sums.http.UsageParameters;
import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the timeline can be asked with. */
public class TimelineParameters extends UsageParameters {

  private static final Map<String, Granularity> GRANULARITIES =
      Choices.of(Granularity.values(), Granularity::code);

  private static final Map<String, Dimension> GROUPS =
      Choices.of(
          new Dimension[] {Dimension.PROVIDER, Dimension.MODEL_NAME, Dimension.FEATURE},
          Dimension::contractName);

  @QueryParam("granularity")
  @Parameter(
      description =
          "hourly, daily, weekly (from Monday) or monthly; by default daily. A series has at most"
              + " 2,500 points, all together have at most 20,000.",
      example = "daily")
  String granularity;

  @QueryParam("groupBy")
  @Parameter(
      description = "One series for each provider, modelName or feature; without it, one in all.",
      example = "provider")
  String groupBy;

  TimelineQuery toTimelineQuery(Clock clock) {
    return new TimelineQuery(
        range(DateRange.LONGEST_DAYS, clock),
        Input.parameter("granularity", granularity).choice(GRANULARITIES).orElse(Granularity.DAILY),
        filter(),
        Input.parameter("groupBy", groupBy).choice(GROUPS));
  }
}
