package io.tokenledger.query.analytics.http;

import io.tokenledger.query.analytics.TopUsersQuery;
import io.tokenledger.query.sums.http.UsageParameters;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the top users can be asked with. */
public class TopUsersParameters extends UsageParameters {

  @QueryParam("limit")
  @Parameter(description = "How many users, 1 to 100; by default 20.", example = "20")
  String limit;

  TopUsersQuery toTopUsersQuery(Clock clock) {
    int users =
        Input.parameter("limit", limit).limit(TopUsersQuery.DEFAULT_LIMIT, TopUsersQuery.MAX_LIMIT);
    return new TopUsersQuery(range(clock), filter(), users);
  }
}
