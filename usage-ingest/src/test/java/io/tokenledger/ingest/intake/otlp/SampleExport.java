package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Spans in one request, each in a scope of its own. */
final class SampleExport {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final ObjectNode inner = json.putArray("resourceSpans").addObject();
  final ObjectNode resource = inner.putObject("resource");
  private final ArrayNode scopes = inner.putArray("scopeSpans");

  SampleExport add(SampleSpan span) {
    ObjectNode scope = scopes.addObject();
    scope.putObject("scope").put("name", span.scope).put("version", "1.0");
    ObjectNode added = scope.putArray("spans").addObject();
    added.setAll(span.json);
    ArrayNode attributes = added.putArray("attributes");
    span.attributes.forEach(
        (key, value) -> attributes.addObject().put("key", key).set("value", value));
    return this;
  }

  byte[] bytes() {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
