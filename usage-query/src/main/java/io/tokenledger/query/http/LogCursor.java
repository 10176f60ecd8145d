package io.tokenledger.query.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.LogPosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * The text of a position in the detail log of one org: time, key and a checksum over them and the
 * org, in base64url. The checksum tells a damaged cursor, or one of another org; it is no secret
 * and need not be, as a position opens nothing: what is read is the org of the path.
 */
final class LogCursor {

  private static final int POSITION_BYTES = 3 * Long.BYTES;

  /** Makes 33 bytes in all, which is 44 characters without a spare bit. */
  private static final int CHECKSUM_BYTES = 9;

  private LogCursor() {}

  static String encode(String orgId, LogPosition position) {
    byte[] bytes =
        ByteBuffer.allocate(POSITION_BYTES)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.occurredAt()))
            .putLong(position.eventKey().getMostSignificantBits())
            .putLong(position.eventKey().getLeastSignificantBits())
            .array();
    byte[] checked = Arrays.copyOf(bytes, POSITION_BYTES + CHECKSUM_BYTES);
    System.arraycopy(checksum(orgId, bytes), 0, checked, POSITION_BYTES, CHECKSUM_BYTES);
    return Base64.getUrlEncoder().encodeToString(checked);
  }

  /** Answers 400 for every text that {@link #encode} did not make for this org. */
  static LogPosition decode(String orgId, String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length == POSITION_BYTES + CHECKSUM_BYTES) {
        LogPosition position = positionIn(ByteBuffer.wrap(bytes));
        if (encode(orgId, position).equals(cursor)) {
          return position;
        }
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Not base64url, or a time beyond the calendar: the sentence below says it all.
    }
    throw invalidParameter("cursor", "must be the nextCursor of an earlier answer for this org.");
  }

  private static LogPosition positionIn(ByteBuffer bytes) {
    Instant occurredAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
    return new LogPosition(occurredAt, new UUID(bytes.getLong(), bytes.getLong()));
  }

  private static byte[] checksum(String orgId, byte[] position) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(orgId.getBytes(StandardCharsets.UTF_8));
      return digest.digest(position);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
