package io.tokenledger.query.http;

import io.tokenledger.events.Sha256;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Cursor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cursor of a list of one org that is ordered by time: the position, with a checksum over it
 * and the list. The checksum tells a damaged cursor, or one of another org or list; it is no secret
 * and need not be, as a position opens nothing: what is read is the org of the path.
 */
public final class CheckedCursor {

  private static final int CHECKSUM_LENGTH = 12;
  private static final Pattern TEXT =
      Pattern.compile(".{" + CHECKSUM_LENGTH + "}([0-9]{1,18})/(.*)", Pattern.DOTALL);
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private CheckedCursor() {}

  /**
   * Where a page ended.
   *
   * @param time to the microsecond
   * @param key of the item, among those of the same time
   */
  public record Position(Instant time, String key) {}

  /**
   * @param list of which org, and which list where it has several
   */
  public static String encode(String list, Instant time, String key) {
    String position = micros(time) + "/" + key;
    return Cursor.encode(checksum(list + "\n" + position) + position);
  }

  /** Answers 400 for every text that {@link #encode} did not make for this list. */
  public static Position decode(String list, String cursor) {
    return find(list, cursor).orElseThrow(CheckedCursor::malformed);
  }

  /** Absent for every text that {@link #encode} did not make for this list. */
  public static Optional<Position> find(String list, String cursor) {
    return Cursor.find(cursor)
        .map(TEXT::matcher)
        .filter(Matcher::matches)
        .map(text -> new Position(time(text.group(1)), text.group(2)))
        .filter(position -> !position.time().isAfter(LAST))
        .filter(position -> encode(list, position.time(), position.key()).equals(cursor));
  }

  public static ApiException malformed() {
    return ApiException.invalidParameter(
        "cursor", "must be the nextCursor of an earlier answer for this org.");
  }

  /** Not by {@link ChronoUnit#between}, which ends with the nanoseconds of a long, in 2262. */
  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND);
  }

  private static Instant time(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }

  private static String checksum(String text) {
    byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().encodeToString(digest).substring(0, CHECKSUM_LENGTH);
  }
}
