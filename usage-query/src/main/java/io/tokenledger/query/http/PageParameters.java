package io.tokenledger.query.http;

import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a list is read page by page. */
public class PageParameters {

  @QueryParam("limit")
  @Parameter(description = "Items per page, 1 to 200; by default 50.", example = "50")
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before.")
  String cursor;

  public int limit() {
    return Paging.limit(limit);
  }

  /** The id to go on behind, in a list ordered by ids; empty for the first page. */
  public String after() {
    return Texts.filter("cursor", Cursor.decode(cursor));
  }

  /** The number to go on before, in a list of the last first. */
  public long before() {
    return Input.parameter("cursor", cursor).given().map(Input::id).orElse(Long.MAX_VALUE);
  }
}
