package io.tokenledger.local.backfill.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;

/** Each line is a usage event, in an envelope of CloudEvents or without. */
public final class Ndjson implements LineFormat {

  private static final UsageEventDecoder LEDGER = new UsageEventDecoder();

  @Override
  public LineReading read(SourceLines line) throws IOException {
    byte[] text = line.bytes(UsageLimits.MAX_MESSAGE_BYTES);
    if (isBlank(text)) {
      return LineReading.BLANK;
    }
    JsonNode event = LEDGER.parse(text, UsageLimits.MAX_MESSAGE_BYTES);
    if (!(event instanceof ObjectNode object)) {
      throw new InvalidEventException(
          RejectionCode.NOT_AN_OBJECT, "the line must be a JSON object");
    }
    return LineReading.asItStands(object, text);
  }

  static boolean isBlank(byte[] text) {
    for (byte each : text) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
