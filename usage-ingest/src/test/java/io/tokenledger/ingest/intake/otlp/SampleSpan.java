package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** A span of its own scope, in the JSON of OTLP. */
final class SampleSpan {
  final Map<String, ObjectNode> attributes = new TreeMap<>();
  final ObjectNode json = JsonNodeFactory.instance.objectNode();
  String scope = "my.scope";

  /** A call with 100 tokens in and 20 out. */
  static SampleSpan chat() {
    return new SampleSpan()
        .with("gen_ai.operation.name", "chat")
        .with("gen_ai.provider.name", "openai")
        .with("gen_ai.request.model", "gpt-5")
        .with("gen_ai.usage.input_tokens", 100)
        .with("gen_ai.usage.output_tokens", 20);
  }

  private SampleSpan() {
    json.put("traceId", "0af7651916cd43dd8448eb211c80319c").put("spanId", "b7ad6b7169203331");
    json.put("startTimeUnixNano", "1767225600000000000");
    json.put("endTimeUnixNano", "1767225602500000000");
  }

  SampleSpan with(String key, String value) {
    attributes.put(key, JsonNodeFactory.instance.objectNode().put("stringValue", value));
    return this;
  }

  SampleSpan with(String key, int value) {
    attributes.put(key, JsonNodeFactory.instance.objectNode().put("intValue", "" + value));
    return this;
  }

  SampleSpan with(String key, double value) {
    attributes.put(key, JsonNodeFactory.instance.objectNode().put("doubleValue", value));
    return this;
  }

  SampleSpan without(String key) {
    attributes.remove(key);
    return this;
  }

  SampleSpan scope(String name) {
    scope = name;
    return this;
  }

  SampleSpan spanId(int id) {
    json.put("spanId", "%016x".formatted(id));
    return this;
  }

  SampleSpan parent(int id) {
    json.put("parentSpanId", "%016x".formatted(id));
    return this;
  }
}
