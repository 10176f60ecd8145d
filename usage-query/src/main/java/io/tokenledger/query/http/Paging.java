package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import java.util.Optional;

/**
 * Which page of a list is asked for.
 *
 * @param cursor the text of an earlier answer; not together with an offset
 */
public record Paging(int limit, int offset, Optional<String> cursor) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  /** What is skipped is read all the same. */
  private static final int MAX_OFFSET = 10_000;

  public static Paging of(String limit, String offset, String cursor) {
    if (!Parameters.isAbsent(offset) && !Parameters.isAbsent(cursor)) {
      throw invalidParameter("cursor", "must not be given together with 'offset'.");
    }
    return new Paging(
        Parameters.limit(limit, DEFAULT_LIMIT, MAX_LIMIT),
        Parameters.isAbsent(offset) ? 0 : Parameters.number("offset", offset, 0, MAX_OFFSET),
        Parameters.isAbsent(cursor) ? Optional.empty() : Optional.of(cursor));
  }
}
