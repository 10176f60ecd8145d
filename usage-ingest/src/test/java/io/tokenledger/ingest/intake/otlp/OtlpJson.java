package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Exports as the JSON of OTLP, from the classes of the protocol and to them. */
public final class OtlpJson {

  private OtlpJson() {}

  public static byte[] of(ExportTraceServiceRequest request) {
    ObjectNode json = object();
    ArrayNode all = json.putArray("resourceSpans");
    for (ResourceSpans resource : request.getResourceSpansList()) {
      ArrayNode scopes = all.addObject().putArray("scopeSpans");
      resource.getScopeSpansList().forEach(scope -> scopes.add(scope(scope)));
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The other way; of spans their ids, times and texts, which is enough for what is refused. */
  public static byte[] toProtobuf(byte[] json) throws IOException {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    for (JsonNode each : new ObjectMapper().readTree(json).findValues("spans")) {
      each.forEach(span -> scope.addSpans(span(span)));
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
        .build()
        .toByteArray();
  }

  private static Span span(JsonNode json) {
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(bytes(json.path("traceId")))
            .setSpanId(bytes(json.path("spanId")))
            .setName(json.path("name").asText())
            .setEndTimeUnixNano(json.path("endTimeUnixNano").asLong());
    for (JsonNode each : json.path("attributes")) {
      String text = each.path("value").path("stringValue").asText();
      span.addAttributesBuilder()
          .setKey(each.path("key").asText())
          .setValue(AnyValue.newBuilder().setStringValue(text));
    }
    return span.build();
  }

  private static ByteString bytes(JsonNode hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex.asText()));
  }

  private static ObjectNode scope(ScopeSpans scope) {
    ObjectNode json = object();
    ArrayNode spans = json.putArray("spans");
    scope.getSpansList().forEach(span -> spans.add(span(span)));
    json.putObject("scope")
        .put("name", scope.getScope().getName())
        .put("version", scope.getScope().getVersion());
    return json;
  }

  private static ObjectNode span(Span span) {
    ObjectNode json = object();
    json.put("traceId", hex(span.getTraceId())).put("spanId", hex(span.getSpanId()));
    json.put("parentSpanId", hex(span.getParentSpanId()));
    json.put("name", span.getName()).put("kind", span.getKindValue());
    json.put("startTimeUnixNano", Long.toUnsignedString(span.getStartTimeUnixNano()));
    json.put("endTimeUnixNano", Long.toUnsignedString(span.getEndTimeUnixNano()));
    json.set("attributes", attributes(span.getAttributesList()));
    ArrayNode events = json.putArray("events");
    for (Span.Event event : span.getEventsList()) {
      events
          .addObject()
          .put("timeUnixNano", Long.toUnsignedString(event.getTimeUnixNano()))
          .put("name", event.getName());
    }
    json.putObject("status")
        .put("message", span.getStatus().getMessage())
        .put("code", span.getStatus().getCodeValue());
    return json;
  }

  private static ArrayNode attributes(List<KeyValue> attributes) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (KeyValue each : attributes) {
      json.addObject().put("key", each.getKey()).set("value", value(each.getValue()));
    }
    return json;
  }

  private static ObjectNode value(AnyValue value) {
    ObjectNode json = object();
    switch (value.getValueCase()) {
      case STRING_VALUE -> json.put("stringValue", value.getStringValue());
      case BOOL_VALUE -> json.put("boolValue", value.getBoolValue());
      case INT_VALUE -> json.put("intValue", Long.toString(value.getIntValue()));
      case DOUBLE_VALUE -> json.put("doubleValue", value.getDoubleValue());
      case ARRAY_VALUE -> {
        ArrayNode values = json.putObject("arrayValue").putArray("values");
        value.getArrayValue().getValuesList().forEach(each -> values.add(value(each)));
      }
      case KVLIST_VALUE ->
          json.putObject("kvlistValue")
              .set("values", attributes(value.getKvlistValue().getValuesList()));
      case BYTES_VALUE -> json.put("bytesValue", value.getBytesValue().toByteArray());
      default -> {}
    }
    return json;
  }

  private static String hex(ByteString id) {
    return HexFormat.of().withUpperCase().formatHex(id.toByteArray());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
