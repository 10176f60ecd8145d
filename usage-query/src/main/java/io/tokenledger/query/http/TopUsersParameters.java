package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.DateRange;
import io.tokenledger.query.TopUsersQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the top users can be asked with. */
public class TopUsersParameters extends PeriodParameters {

  @QueryParam("limit")
  @Parameter(description = "How many users, 1 to 100; by default 20.", example = "20")
  String limit;

  TopUsersQuery toQuery(Clock clock) {
    DateRange range = range(clock);
    if (!range.isUtc()) {
      throw invalidParameter("tz", "must be UTC: usage per user is kept by UTC day.");
    }
    int users = Parameters.limit(limit, TopUsersQuery.DEFAULT_LIMIT, TopUsersQuery.MAX_LIMIT);
    return new TopUsersQuery(range, feature(), users);
  }
}
