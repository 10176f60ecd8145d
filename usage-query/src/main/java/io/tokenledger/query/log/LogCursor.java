package io.tokenledger.query.log;

import io.tokenledger.query.http.CheckedCursor;
import java.util.UUID;

/** The text of a position in the detail log of one org: time and key, see {@link CheckedCursor}. */
final class LogCursor {

  private LogCursor() {}

  static String encode(String orgId, LogPosition position) {
    return CheckedCursor.encode(orgId, position.occurredAt(), position.eventKey().toString());
  }

  /** Answers 400 for every text that {@link #encode} did not make for this org. */
  static LogPosition decode(String orgId, String cursor) {
    CheckedCursor.Position position = CheckedCursor.decode(orgId, cursor);
    try {
      return new LogPosition(position.time(), UUID.fromString(position.key()));
    } catch (IllegalArgumentException e) {
      throw CheckedCursor.malformed();
    }
  }
}
