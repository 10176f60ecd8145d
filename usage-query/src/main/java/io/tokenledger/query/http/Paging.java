package io.tokenledger.query.http;

import io.tokenledger.service.http.Input;
import java.util.Optional;

/**
 * Which page of a list is asked for.
 *
 * @param cursor the text of an earlier answer; not together with an offset
 */
public record Paging(int limit, int offset, Optional<String> cursor) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  /** What is skipped is read all the same. */
  private static final int MAX_OFFSET = 10_000;

  public static Paging of(String limit, String offset, String cursor) {
    Input skipped = Input.parameter("offset", offset);
    Input after = Input.parameter("cursor", cursor);
    if (!skipped.isAbsent() && !after.isAbsent()) {
      throw after.refused("must not be given together with 'offset'.");
    }
    return new Paging(
        limit(limit),
        skipped.isAbsent() ? 0 : skipped.number(0, MAX_OFFSET),
        after.given().map(Input::raw));
  }

  public static int limit(String limit) {
    return Input.parameter("limit", limit).limit(DEFAULT_LIMIT, MAX_LIMIT);
  }
}
