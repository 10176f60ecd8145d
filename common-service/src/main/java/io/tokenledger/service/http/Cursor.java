package io.tokenledger.service.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The text of a position in a list: what the last item of a page is ordered by, in base64url. It
 * opens nothing, as what is read is told by path and caller.
 */
public final class Cursor {

  private Cursor() {}

  public static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /** The empty position, before the first item, when there is no cursor. */
  public static String decode(String cursor) {
    return find(cursor).orElseThrow(Cursor::malformed);
  }

  /** Absent for every text that {@link #encode} did not make. */
  public static Optional<String> find(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return Optional.of("");
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String position = new String(bytes, StandardCharsets.UTF_8);
      return encode(position).equals(cursor) ? Optional.of(position) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Not base64url.
    }
  }

  public static ApiException malformed() {
    return ApiException.invalidParameter("cursor", "must be the nextCursor of an earlier answer.");
  }
}
