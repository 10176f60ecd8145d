package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.LogPosition;
import io.tokenledger.query.LogQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the detail log can be asked with. */
public class LogParameters extends UsageParameters {

  @QueryParam("activity")
  @Parameter(description = "Only this activity.", example = "agent.implementer")
  String activity;

  @QueryParam("userId")
  @Parameter(description = "Only calls of this user.")
  String userId;

  @QueryParam("conversationId")
  @Parameter(description = "Only calls of this conversation.")
  String conversationId;

  @QueryParam("success")
  @Parameter(description = "true: only calls that succeeded; false: only those that failed.")
  String success;

  @QueryParam("limit")
  @Parameter(description = "Entries per page, 1 to 200; by default 50.", example = "50")
  String limit;

  @QueryParam("offset")
  @Parameter(description = "Entries to skip, 0 to 10000; not together with cursor.")
  String offset;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before; not together with offset.")
  String cursor;

  LogQuery toQuery(String orgId, Clock clock) {
    if (!Parameters.isAbsent(offset) && !Parameters.isAbsent(cursor)) {
      throw invalidParameter("cursor", "must not be given together with 'offset'.");
    }
    return new LogQuery(
        range(clock),
        filter(),
        Parameters.limit(limit, LogQuery.DEFAULT_LIMIT, LogQuery.MAX_LIMIT),
        Parameters.isAbsent(offset)
            ? 0
            : Parameters.number("offset", offset, 0, LogQuery.MAX_OFFSET),
        after(orgId));
  }

  private LogQuery.Filter filter() {
    return new LogQuery.Filter(
        provider(),
        modelName(),
        feature(),
        Parameters.text("activity", activity),
        Parameters.text("userId", userId),
        Parameters.text("conversationId", conversationId),
        Parameters.flag("success", success));
  }

  private Optional<LogPosition> after(String orgId) {
    return Parameters.isAbsent(cursor)
        ? Optional.empty()
        : Optional.of(LogCursor.decode(orgId, cursor));
  }
}
