package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.events.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The text of a position in a list of one org: the position and a checksum over it and the org, in
 * base64url. The checksum tells a damaged cursor, or one of another org or list; it is no secret
 * and need not be, as a position opens nothing: what is read is the org of the path.
 */
public final class CheckedCursor {

  /** With a position of 24 bytes, 33 in all, which is 44 characters without a spare bit. */
  private static final int CHECKSUM_BYTES = 9;

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private CheckedCursor() {}

  /**
   * @param list of which org, and which list where it has several
   */
  public static String encode(String list, byte[] position) {
    byte[] checked = Arrays.copyOf(position, position.length + CHECKSUM_BYTES);
    System.arraycopy(checksum(list, position), 0, checked, position.length, CHECKSUM_BYTES);
    return Base64.getUrlEncoder().encodeToString(checked);
  }

  /** Answers 400 for every text that {@link #encode} did not make for this list. */
  public static byte[] decode(String list, String cursor) {
    return find(list, cursor).orElseThrow(CheckedCursor::malformed);
  }

  /** Absent for every text that {@link #encode} did not make for this list. */
  public static Optional<byte[]> find(String list, String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      byte[] position = Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECKSUM_BYTES));
      return encode(list, position).equals(cursor) ? Optional.of(position) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Not base64url.
    }
  }

  public static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /** Answers 400 for a time that no list has. */
  public static Instant time(long micros) {
    Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
      throw malformed();
    }
    return time;
  }

  public static RuntimeException malformed() {
    return invalidParameter("cursor", "must be the nextCursor of an earlier answer for this org.");
  }

  private static byte[] checksum(String list, byte[] position) {
    return Sha256.of(list.getBytes(StandardCharsets.UTF_8), position);
  }
}
