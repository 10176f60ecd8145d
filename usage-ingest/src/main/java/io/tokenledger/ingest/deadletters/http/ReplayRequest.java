package io.tokenledger.ingest.deadletters.http;

import io.tokenledger.ingest.LetterId;
import io.tokenledger.ingest.deadletters.LetterQuery;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be replayed: single letters, or those of a reason. */
record ReplayRequest(
    @Schema(description = "Ids of dead letters, 1 to 1,000; then nothing else but dryRun")
        List<String> ids,
    @Schema(description = "Without ids: the letters refused for this reason") String reason,
    @Schema(description = "Only those of this org") String orgId,
    @Schema(description = "Only those refused from this time on (RFC 3339); default: 7 days ago")
        String from,
    @Schema(description = "Only those refused before this time") String to,
    @Schema(description = "The nextCursor of the answer before, with the same other fields")
        String cursor,
    @Schema(description = "Only say what would be replayed; default: false") boolean dryRun) {

  /** A misspelt field must not replay more than was meant, nor replay instead of only trying. */
  static ReplayRequest fromBody(byte[] body) {
    ReplayRequest request = Body.read(body, ReplayRequest.class);
    boolean byIds = request != null && request.ids != null;
    boolean byReason = request != null && request.reason != null;
    if (byIds == byReason || byIds && request.selects()) {
      throw Body.invalid("The body must be an object with either 'ids' or 'reason'.");
    }
    return request;
  }

  boolean isByIds() {
    return ids != null;
  }

  Set<LetterId> letterIds() {
    if (ids.isEmpty() || ids.size() > LetterQuery.MAX_LIMIT) {
      throw Body.invalid("'ids' must hold 1 to " + LetterQuery.MAX_LIMIT + " ids.");
    }
    Set<LetterId> parsed = new LinkedHashSet<>();
    for (String id : ids) {
      parsed.add(
          LetterId.parse(id == null ? "" : id)
              .orElseThrow(
                  () -> Body.invalid("'ids' must hold ids of dead letters, as they are listed.")));
    }
    return parsed;
  }

  LetterQuery query(Instant now) {
    return new LetterParameters(
            Input.field("reason", reason),
            Input.field("orgId", orgId),
            Input.field("from", from),
            Input.field("to", to),
            Input.field("cursor", cursor))
        .toQuery(LetterQuery.MAX_LIMIT, now);
  }

  /** For the log; without the cursor and the ids, which the results name. */
  String selection() {
    return isByIds()
        ? "by their ids"
        : "reason %s, org %s, from %s, to %s"
            .formatted(reason, orText(orgId, "any"), orText(from, "a week ago"), orText(to, "now"));
  }

  private boolean selects() {
    return orgId != null || from != null || to != null || cursor != null;
  }

  private static String orText(String value, String absent) {
    return value == null ? absent : value;
  }
}
