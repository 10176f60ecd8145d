package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.log.LogQuery;
import java.util.Optional;

/**
 * Which page of a list is asked for.
 *
 * @param cursor the text of an earlier answer; not together with an offset
 */
public record Paging(int limit, int offset, Optional<String> cursor) {

  public static Paging of(String limit, String offset, String cursor) {
    if (!Parameters.isAbsent(offset) && !Parameters.isAbsent(cursor)) {
      throw invalidParameter("cursor", "must not be given together with 'offset'.");
    }
    return new Paging(
        Parameters.limit(limit, LogQuery.DEFAULT_LIMIT, LogQuery.MAX_LIMIT),
        Parameters.isAbsent(offset)
            ? 0
            : Parameters.number("offset", offset, 0, LogQuery.MAX_OFFSET),
        Parameters.isAbsent(cursor) ? Optional.empty() : Optional.of(cursor));
  }
}
