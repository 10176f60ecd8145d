package io.tokenledger.ingest.intake.otlp.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.util.Locale;

/** Reads a span in the JSON of OTLP. */
final class JsonSpan {

  private static final String[] KINDS = {
    "SPAN_KIND_UNSPECIFIED",
    "SPAN_KIND_INTERNAL",
    "SPAN_KIND_SERVER",
    "SPAN_KIND_CLIENT",
    "SPAN_KIND_PRODUCER",
    "SPAN_KIND_CONSUMER"
  };
  private static final String[] STATUSES = {
    "STATUS_CODE_UNSET", "STATUS_CODE_OK", "STATUS_CODE_ERROR"
  };

  private final SpanParts span = new SpanParts();

  private JsonSpan() {}

  static SpanParts read(JsonParser in) throws IOException {
    JsonSpan reader = new JsonSpan();
    JsonFields.object(in, reader::field);
    return reader.span;
  }

  private boolean field(String field, JsonParser in) throws IOException {
    switch (field) {
      case "traceId" -> span.traceId = JsonFields.text(in).toLowerCase(Locale.ROOT);
      case "spanId" -> span.spanId = JsonFields.text(in).toLowerCase(Locale.ROOT);
      case "parentSpanId" -> span.parentSpanId = JsonFields.text(in).toLowerCase(Locale.ROOT);
      case "name" -> span.name = JsonFields.text(in);
      case "kind" -> span.kind = JsonFields.enumerated(in, KINDS);
      case "startTimeUnixNano" -> span.startNanos = JsonFields.unsigned(in);
      case "endTimeUnixNano" -> span.endNanos = JsonFields.unsigned(in);
      case "attributes" -> JsonFields.each(in, this::attribute);
      case "events" -> JsonFields.each(in, this::event);
      case "status" -> JsonFields.object(in, this::status);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean status(String field, JsonParser in) throws IOException {
    switch (field) {
      case "message" -> span.statusMessage = JsonFields.text(in);
      case "code" -> span.statusCode = JsonFields.enumerated(in, STATUSES);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void event(JsonParser in) throws IOException {
    String[] name = {""};
    long[] nanos = {0};
    JsonFields.object(
        in,
        (field, at) -> {
          if (field.equals("name")) {
            name[0] = JsonFields.text(at);
          } else if (field.equals("timeUnixNano")) {
            nanos[0] = JsonFields.unsigned(at);
          } else {
            return false;
          }
          return true;
        });
    span.event(name[0], nanos[0]);
  }

  /** The value mostly follows the key, and is passed over where the key is not one that is read. */
  private void attribute(JsonParser in) throws IOException {
    String[] key = {null};
    JsonNode[] value = {null};
    JsonFields.object(
        in,
        (field, at) -> {
          if (field.equals("key")) {
            key[0] = JsonFields.text(at);
          } else if (field.equals("value") && (key[0] == null || Names.areRead(key[0]))) {
            JsonFields.object(at, (type, scalar) -> scalar(type, scalar, value));
          } else {
            return false;
          }
          return true;
        });
    if (key[0] != null && value[0] != null && Names.areRead(key[0])) {
      span.attributes.put(key[0], value[0]);
    }
  }

  private static boolean scalar(String type, JsonParser in, JsonNode[] into) throws IOException {
    if (!in.currentToken().isScalarValue() || in.currentToken() == JsonToken.VALUE_NULL) {
      return false;
    }
    switch (type) {
      case "stringValue" -> into[0] = SpanAttributes.text(in.getText());
      case "boolValue" -> into[0] = BooleanNode.valueOf(in.getValueAsBoolean());
      case "intValue" -> into[0] = whole(in);
      case "doubleValue" -> into[0] = number(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** As a text where it is none: whoever asks for a number says what is wrong with it. */
  private static JsonNode whole(JsonParser in) throws IOException {
    try {
      return SpanAttributes.whole(Long.parseLong(in.getText()));
    } catch (NumberFormatException e) {
      return SpanAttributes.text(in.getText());
    }
  }

  private static JsonNode number(JsonParser in) throws IOException {
    try {
      return SpanAttributes.number(Double.parseDouble(in.getText())).orElse(null);
    } catch (NumberFormatException e) {
      return SpanAttributes.text(in.getText());
    }
  }
}
