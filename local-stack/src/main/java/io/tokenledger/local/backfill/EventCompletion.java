package io.tokenledger.local.backfill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.local.backfill.format.EventField;
import io.tokenledger.local.backfill.format.FieldTexts;
import io.tokenledger.local.backfill.format.LineReading;
import io.tokenledger.local.backfill.source.LineIds;
import java.io.UncheckedIOException;
import java.util.Map;

/** Adds to the event of a line what is said for all lines, and an id where it has none. */
final class EventCompletion {

  private static final String EVENT_ID = "eventId";
  private static final String ORG_ID = "orgId";

  private final String sha256;
  private final Map<EventField, String> said;
  private final FieldTexts texts;

  /**
   * @param sha256 of the file
   * @param said for all lines that do not say it themselves
   */
  EventCompletion(String sha256, Map<EventField, String> said, FieldTexts texts) {
    this.sha256 = sha256;
    this.said = said;
    this.texts = texts;
  }

  /** The message to send: the line itself, to the byte, when there was nothing to add. */
  byte[] complete(LineReading reading, long line) {
    ObjectNode event = reading.event();
    boolean changed = false;
    if (event.hasNonNull("specversion")) {
      changed = event.get("data") instanceof ObjectNode data && sayInEnvelope(event, data);
    } else {
      changed = say(event);
      if (!event.hasNonNull(EVENT_ID) && event.path(ORG_ID).isTextual()) {
        event.put(EVENT_ID, LineIds.of(event.get(ORG_ID).textValue(), sha256, line));
        changed = true;
      }
    }
    return reading.asItStands() == null || changed ? bytes(event) : reading.asItStands();
  }

  /** The attributes of the envelope go before what is said for all. */
  private boolean sayInEnvelope(ObjectNode event, ObjectNode data) {
    boolean changed = false;
    for (Map.Entry<EventField, String> each : said.entrySet()) {
      String attribute =
          switch (each.getKey().name()) {
            case ORG_ID -> "subject";
            case "occurredAt" -> "time";
            case EVENT_ID -> "id";
            default -> "";
          };
      if (!event.hasNonNull(attribute)) {
        changed |= say(data, each.getKey(), each.getValue());
      }
    }
    return changed;
  }

  private boolean say(ObjectNode event) {
    boolean changed = false;
    for (Map.Entry<EventField, String> each : said.entrySet()) {
      changed |= say(event, each.getKey(), each.getValue());
    }
    return changed;
  }

  private boolean say(ObjectNode event, EventField field, String text) {
    boolean byAlias = field.name().equals("modelName") && event.hasNonNull("model");
    if (field.isIn(event) || byAlias) {
      return false;
    }
    field.put(event, text, texts);
    return true;
  }

  private static byte[] bytes(ObjectNode event) {
    try {
      byte[] bytes = EventJson.JSON.writeValueAsBytes(event);
      if (bytes.length > UsageLimits.MAX_MESSAGE_BYTES) {
        throw new RefusedLineException(
            "too_large", "the event is larger than " + UsageLimits.MAX_MESSAGE_BYTES + " bytes");
      }
      return bytes;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
