package io.tokenledger.acceptance.fuzz.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.fuzz.HostileJson;
import io.tokenledger.acceptance.fuzz.HostileValues;
import io.tokenledger.events.DeadLetterHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** What is around an event: attributes of CloudEvents, headers, keys and times of messages. */
final class HostileEnvelope {

  private static final List<String> ATTRIBUTES =
      List.of(
          "specversion",
          "type",
          "source",
          "id",
          "subject",
          "time",
          "datacontenttype",
          "data",
          "data_base64");

  private static final List<String> OURS =
      List.of(
          DeadLetterHeaders.REASON,
          DeadLetterHeaders.DETAIL,
          DeadLetterHeaders.SOURCE_TOPIC,
          DeadLetterHeaders.SOURCE_PARTITION,
          DeadLetterHeaders.SOURCE_OFFSET,
          DeadLetterHeaders.REPLAYED_FROM,
          DeadLetterHeaders.CUT_FROM_BYTES,
          DeadLetterHeaders.HEADERS_DROPPED,
          "dlq-unknown");

  private static final List<String> MEANT =
      List.of(
          DeadLetterHeaders.SOURCE_TIMESTAMP,
          "ce_id",
          "ce_type",
          "ce_time",
          "content-type",
          "traceparent",
          "",
          "\u0000");

  private static final int MANY = 2_000;
  private static final int LARGE = 200_000;
  private static final long HOUR_MILLIS = 3_600_000;

  private final Instant now;

  HostileEnvelope(Instant now) {
    this.now = now;
  }

  FuzzMessage rightCloudEvent(ObjectNode event) {
    ObjectNode cloud = event.objectNode();
    cloud.put("specversion", "1.0").put("type", "llm.usage.v1").put("source", "/fuzz");
    cloud.set("id", event.get("eventId"));
    cloud.set("time", event.get("occurredAt"));
    cloud.set("data", event);
    return FuzzMessage.of(cloud);
  }

  /** With an attribute that says another thing than the data, or nothing that is known. */
  FuzzMessage cloudEvent(ObjectNode event, Dice dice) {
    ObjectNode cloud = event.objectNode();
    cloud.put("specversion", "1.0").put("type", "llm.usage.v1").put("source", "/fuzz");
    cloud.set("id", event.get("eventId"));
    cloud.set("data", event);
    String attribute = dice.oneOf(ATTRIBUTES);
    if (dice.oneIn(4)) {
      cloud.remove(attribute);
    } else {
      cloud.set(attribute, HostileJson.value(dice));
    }
    return FuzzMessage.of(dice.oneIn(3) ? HostileJson.spoilt(cloud, dice) : cloud);
  }

  FuzzMessage cloudEventInHeaders(ObjectNode event, Dice dice) {
    FuzzMessage message =
        FuzzMessage.of(event)
            .with("ce_specversion", dice.oneIn(5) ? dice.oneOf(HostileValues.TEXTS) : "1.0")
            .with("ce_type", dice.oneIn(5) ? dice.oneOf(HostileValues.TEXTS) : "llm.usage.v1")
            .with("ce_source", "/fuzz")
            .with("ce_id", dice.oneIn(2) ? "other" : event.get("eventId").asText());
    return dice.oneIn(2)
        ? message.with("ce_" + dice.oneOf(ATTRIBUTES), dice.oneOf(HostileValues.TEXTS))
        : message;
  }

  /** Around it, what must not matter. */
  FuzzMessage harmless(FuzzMessage message, Dice dice) {
    return switch (dice.below(8)) {
      case 0 -> message.withKey(dice.bytes(dice.below(100)));
      case 1 -> message.withKey(new byte[dice.oneIn(20) ? LARGE : 0]);
      case 2 -> message.with(dice.oneOf(OURS), dice.oneOf(HostileValues.TEXTS));
      case 3 -> message.with(dice.oneOf(OURS), (byte[]) null);
      case 4 -> message.with("x", new byte[dice.oneIn(20) ? LARGE : 10]);
      default -> message;
    };
  }

  /** Around it, what may matter. */
  FuzzMessage hostile(FuzzMessage message, Dice dice) {
    return switch (dice.below(16)) {
      case 0 -> message.with(dice.oneOf(MEANT), dice.oneOf(HostileValues.TEXTS));
      case 1 -> message.with(dice.oneOf(MEANT), dice.bytes(20));
      case 2 -> message.with(dice.oneOf(MEANT), (byte[]) null);
      case 3 ->
          message.with(
              dice.oneOf(List.of(DeadLetterHeaders.SOURCE_TIMESTAMP, "ce_time")),
              dice.oneOf(HostileFields.TIMES));
      case 4 ->
          message.at(
              dice.oneOf(
                  List.of(
                      0L,
                      1L,
                      now.toEpochMilli() + HOUR_MILLIS / 2,
                      now.toEpochMilli() + 10 * HOUR_MILLIS,
                      Long.MAX_VALUE)));
      case 5 -> dice.oneIn(10) ? withMany(message) : message;
      default -> harmless(message, dice);
    };
  }

  private static FuzzMessage withMany(FuzzMessage message) {
    List<Header> headers = new ArrayList<>(message.headers());
    for (int i = 0; i < MANY; i++) {
      headers.add(new RecordHeader("h" + i, new byte[] {'v'}));
    }
    return message.withHeaders(headers);
  }
}
