package io.tokenledger.query.conversations;

import io.tokenledger.query.http.Paging;
import io.tokenledger.query.http.Parameters;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.http.PeriodParameters;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the list of conversations can be asked with. */
public class ConversationsParameters {

  @QueryParam("from")
  @Parameter(
      description =
          "Only conversations whose newest message is not before this day, YYYY-MM-DD; without"
              + " 'from' and 'to', all.",
      example = "2026-01-01")
  String from;

  @QueryParam("to")
  @Parameter(
      description = "Only those whose newest message is not after this day, YYYY-MM-DD.",
      example = "2026-01-31")
  String to;

  @QueryParam("tz")
  @Parameter(
      description = "IANA time zone name, whose days are meant; by default UTC.",
      example = "Europe/Berlin")
  String tz;

  @QueryParam("limit")
  @Parameter(description = "Conversations per page, 1 to 200; by default 50.", example = "50")
  String limit;

  @QueryParam("offset")
  @Parameter(description = "Conversations to skip, 0 to 10000; not together with cursor.")
  String offset;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before; not together with offset.")
  String cursor;

  ConversationQuery toQuery(String orgId, Clock clock) {
    Paging paging = Paging.of(limit, offset, cursor);
    DateRange range = PeriodParameters.range(from, to, tz, DateRange.MAX_DAYS, clock);
    boolean ofAll = Parameters.isAbsent(from) && Parameters.isAbsent(to);
    return new ConversationQuery(
        ofAll ? Optional.empty() : Optional.of(range),
        paging.limit(),
        paging.offset(),
        paging.cursor().map(text -> ConversationCursor.decode(orgId, text)));
  }
}
