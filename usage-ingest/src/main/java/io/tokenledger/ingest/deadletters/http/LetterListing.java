package io.tokenledger.ingest.deadletters.http;

import io.tokenledger.ingest.deadletters.LetterQuery;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listing of dead letters can be asked with. */
public class LetterListing {

  private static final int DEFAULT_LIMIT = 50;

  @QueryParam("reason")
  @Parameter(description = "Only letters refused for this reason.", example = "too_late")
  String reason;

  @QueryParam("orgId")
  @Parameter(description = "Only letters whose message names this org.", example = "acme")
  String orgId;

  @QueryParam("from")
  @Parameter(
      description = "Only letters refused from this time on (RFC 3339); by default 7 days ago.",
      example = "2026-05-01T00:00:00Z")
  String from;

  @QueryParam("to")
  @Parameter(description = "Only letters refused before this time.")
  String to;

  @QueryParam("limit")
  @Parameter(description = "Letters per page at most, 1 to 1000; by default 50.", example = "50")
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before, with the same other parameters.")
  String cursor;

  LetterQuery query(Instant now) {
    return new LetterParameters(
            Input.parameter("reason", reason),
            Input.parameter("orgId", orgId),
            Input.parameter("from", from),
            Input.parameter("to", to),
            Input.parameter("cursor", cursor))
        .toQuery(Input.parameter("limit", limit).limit(DEFAULT_LIMIT, LetterQuery.MAX_LIMIT), now);
  }
}
