package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import jakarta.ws.rs.QueryParam;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a list is read page by page. */
public class PageParameters {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  @QueryParam("limit")
  @Parameter(description = "Items per page, 1 to 200; by default 50.", example = "50")
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before.")
  String cursor;

  int limit() {
    return Parameters.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
  }

  /** One more than {@link #limit()}, to know whether there is another page. */
  public int asked() {
    return limit() + 1;
  }

  /** The id to go on behind, in a list ordered by ids. */
  public String after() {
    return IdCursor.decode(cursor);
  }

  /** The number to go on before, in a list of the last first. */
  public OptionalLong before() {
    if (Parameters.isAbsent(cursor)) {
      return OptionalLong.empty();
    }
    if (!NUMBER.matcher(cursor).matches()) {
      throw invalidParameter("cursor", "must be the nextCursor of an earlier answer.");
    }
    return OptionalLong.of(Long.parseLong(cursor));
  }
}
