package io.tokenledger.acceptance.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.truth.SampleEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/**
 * The ways to write down one event. All but {@link #UNTIMED} say the same, so that each is a retry
 * of the others.
 */
enum EventForm {
  PLAIN,
  /** A schema one version ahead: fields that this version does not know. */
  WITH_UNKNOWN_FIELDS,
  /** CloudEvents 1.0, attributes beside the data. */
  CLOUD_EVENT,
  /** CloudEvents 1.0, attributes as headers. */
  CLOUD_EVENT_HEADERS,
  /** The time of the Kafka message is the event's. */
  UNTIMED;

  static EventForm any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  static EventForm anyTimed(Random random) {
    return values()[random.nextInt(UNTIMED.ordinal())];
  }

  /** A form whose message says the same as one in this form. */
  EventForm anyLikeIt(Random random) {
    return this == UNTIMED ? UNTIMED : anyTimed(random);
  }

  Message of(SampleEvent event, Instant sentAt) {
    ObjectNode json = event.json();
    Map<String, String> headers = Map.of();
    switch (this) {
      case PLAIN -> {}
      case WITH_UNKNOWN_FIELDS ->
          json.put("schemaVersion", 2).putObject("carbon").put("grams", 1.5).putArray("sites");
      case CLOUD_EVENT -> json = envelope(event, json);
      case CLOUD_EVENT_HEADERS -> {
        headers =
            Map.of(
                "ce_specversion",
                "1.0",
                "ce_type",
                "llm.usage.v1",
                "ce_source",
                "/harness",
                "ce_id",
                event.eventId(),
                "ce_subject",
                event.orgId(),
                "ce_time",
                event.occurredAt().toString());
        json.remove(java.util.List.of("eventId", "orgId", "occurredAt"));
      }
      case UNTIMED -> json.remove("occurredAt");
    }
    byte[] value = json.toString().getBytes(StandardCharsets.UTF_8);
    return new Message(value, headers, sentAt.toEpochMilli());
  }

  private static ObjectNode envelope(SampleEvent event, ObjectNode data) {
    ObjectNode envelope = data.objectNode();
    envelope.put("specversion", "1.0").put("type", "llm.usage.v1").put("source", "/harness");
    envelope.put("id", event.eventId()).put("time", event.occurredAt().toString());
    data.remove(java.util.List.of("eventId", "occurredAt"));
    envelope.set("data", data);
    return envelope;
  }
}
