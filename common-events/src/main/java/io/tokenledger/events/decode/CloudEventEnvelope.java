package io.tokenledger.events.decode;

import static io.tokenledger.events.InvalidEventException.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a usage event out of a CloudEvents 1.0 envelope: structured (attributes beside {@code data}
 * in the body) or binary (attributes as Kafka headers {@code ce_…}, the body is the data). The id
 * becomes {@code eventId}, the time {@code occurredAt}, the subject {@code orgId} when the data
 * names none.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
final class CloudEventEnvelope {

  static final String TYPE = "llm.usage.v1";

  private static final String SPEC_VERSION = "specversion";
  private static final String HEADER_PREFIX = "ce_";

  private CloudEventEnvelope() {}

  /** The event inside, or the body itself when there is no envelope. */
  static ObjectNode open(ObjectNode body, Map<String, String> headers) {
    if (headers.containsKey(HEADER_PREFIX + SPEC_VERSION)) {
      return merge(body, name -> Optional.ofNullable(headers.get(HEADER_PREFIX + name)));
    }
    if (!body.hasNonNull(SPEC_VERSION)) {
      return body;
    }
    if (!(body.get("data") instanceof ObjectNode data)) {
      throw invalid("data", "must be an object: a CloudEvent carries the usage event there");
    }
    return merge(data, name -> textAttribute(body, name));
  }

  private static ObjectNode merge(ObjectNode data, Attributes attributes) {
    require(attributes, SPEC_VERSION, "1.0");
    require(attributes, "type", TYPE);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.setAll(data);
    event.put(
        "eventId", attributes.find("id").orElseThrow(() -> InvalidEventException.missing("id")));
    attributes.find("time").ifPresent(time -> event.put("occurredAt", time));
    if (!event.hasNonNull("orgId")) {
      attributes.find("subject").ifPresent(subject -> event.put("orgId", subject));
    }
    return event;
  }

  private static void require(Attributes attributes, String name, String expected) {
    String actual = attributes.find(name).orElse("");
    if (!actual.equals(expected)) {
      throw new InvalidEventException(
          RejectionCode.UNSUPPORTED_TYPE,
          "CloudEvents attribute " + name + " must be '" + expected + "'");
    }
  }

  private static Optional<String> textAttribute(ObjectNode body, String name) {
    JsonNode value = body.get(name);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw invalid(name, "must be a string");
    }
    return Optional.of(value.textValue());
  }

  private interface Attributes {
    Optional<String> find(String name);
  }
}
