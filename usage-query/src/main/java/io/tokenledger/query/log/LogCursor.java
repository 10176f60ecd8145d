package io.tokenledger.query.log;

import io.tokenledger.query.http.CheckedCursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** The text of a position in the detail log of one org: time and key, see {@link CheckedCursor}. */
final class LogCursor {

  private static final int POSITION_BYTES = 3 * Long.BYTES;

  private LogCursor() {}

  static String encode(String orgId, LogPosition position) {
    return CheckedCursor.encode(
        orgId,
        ByteBuffer.allocate(POSITION_BYTES)
            .putLong(CheckedCursor.micros(position.occurredAt()))
            .putLong(position.eventKey().getMostSignificantBits())
            .putLong(position.eventKey().getLeastSignificantBits())
            .array());
  }

  /** Answers 400 for every text that {@link #encode} did not make for this org. */
  static LogPosition decode(String orgId, String cursor) {
    byte[] position = CheckedCursor.decode(orgId, cursor);
    if (position.length != POSITION_BYTES) {
      throw CheckedCursor.malformed();
    }
    ByteBuffer bytes = ByteBuffer.wrap(position);
    Instant occurredAt = CheckedCursor.time(bytes.getLong());
    return new LogPosition(occurredAt, new UUID(bytes.getLong(), bytes.getLong()));
  }
}
