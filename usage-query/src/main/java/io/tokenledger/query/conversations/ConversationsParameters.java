package io.tokenledger.query.conversations;

import io.tokenledger.query.http.CheckedCursor;
import io.tokenledger.query.http.Paging;
import io.tokenledger.query.http.Texts;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.http.PeriodParameters;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the list of conversations can be asked with. */
public class ConversationsParameters {

  private static final String LIST = "conversations/";

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
    boolean ofAll =
        Input.parameter("from", from).isAbsent() && Input.parameter("to", to).isAbsent();
    return new ConversationQuery(
        ofAll ? Optional.empty() : Optional.of(range),
        paging.limit(),
        paging.offset(),
        paging.cursor().map(text -> decode(orgId, text)));
  }

  /** The text of a position in the conversations of one org, see {@link CheckedCursor}. */
  static String encode(String orgId, ConversationUsage last) {
    return CheckedCursor.encode(LIST + orgId, last.lastMessageAt(), last.conversationId());
  }

  private static ConversationQuery.Position decode(String orgId, String cursor) {
    CheckedCursor.Position position = CheckedCursor.decode(LIST + orgId, cursor);
    return new ConversationQuery.Position(position.time(), Texts.filter("cursor", position.key()));
  }
}
