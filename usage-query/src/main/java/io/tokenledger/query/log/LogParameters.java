package io.tokenledger.query.log;

import io.tokenledger.query.http.Paging;
import io.tokenledger.query.http.Texts;
import io.tokenledger.query.sums.http.UsageParameters;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
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

  public LogQuery toQuery(String orgId, Clock clock) {
    Paging paging = Paging.of(limit, offset, cursor);
    return new LogQuery(
        toQuery(clock),
        logFilter(),
        paging.limit(),
        paging.offset(),
        paging.cursor().map(text -> LogCursor.decode(orgId, text)));
  }

  private LogQuery.Filter logFilter() {
    return new LogQuery.Filter(
        Texts.filter("activity", activity),
        Texts.filter("userId", userId),
        Texts.filter("conversationId", conversationId),
        Input.parameter("success", success).flag());
  }
}
