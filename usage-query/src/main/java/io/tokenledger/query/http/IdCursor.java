package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A position in a list ordered by id: the last id of a page, in base64url. It opens nothing, as
 * what is read is told by path and caller.
 */
public final class IdCursor {

  private static final int MAX_CHARACTERS = 1_024;

  private IdCursor() {}

  /** Empty for the first page. */
  static String decode(String cursor) {
    if (Parameters.isAbsent(cursor)) {
      return "";
    }
    try {
      if (cursor.length() <= MAX_CHARACTERS) {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        return Parameters.text("cursor", new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException e) {
      // Not base64url: the sentence below says it all.
    }
    throw invalidParameter("cursor", "must be the nextCursor of an earlier answer.");
  }

  /** The cursor behind a page; absent when the one item more that was asked for is not there. */
  public static <T> Optional<String> behind(List<T> found, int limit, Function<T, String> id) {
    return found.size() > limit
        ? Optional.of(encode(id.apply(found.get(limit - 1))))
        : Optional.empty();
  }

  private static String encode(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }
}
