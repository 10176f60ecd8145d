package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a line is.
 *
 * @param event of a call; null when the line is none that counts
 * @param asItStands the line, when it is itself the event; else null
 * @param notCounted why it is none that counts; empty for an empty line
 */
public record LineReading(ObjectNode event, byte[] asItStands, String notCounted) {

  static final LineReading BLANK = notCounted("");

  static LineReading made(ObjectNode event) {
    return new LineReading(event, null, "");
  }

  static LineReading asItStands(ObjectNode event, byte[] line) {
    return new LineReading(event, line, "");
  }

  static LineReading notCounted(String why) {
    return new LineReading(null, null, why);
  }

  public boolean isBlank() {
    return event == null && notCounted.isEmpty();
  }
}
