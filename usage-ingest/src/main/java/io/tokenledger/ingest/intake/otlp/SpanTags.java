package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import io.tokenledger.ingest.intake.otlp.export.SpanAttributes;
import java.nio.charset.StandardCharsets;

/**
 * The tags of a span's event: those of the sender's own, and by what the span was made, so that a
 * wrong reading of an instrumentation can be found and priced anew.
 */
final class SpanTags {

  private static final int MAX_BYTES_OF_CHARACTER = 4;

  private SpanTags() {}

  /**
   * @param named the provider as the span names it
   * @param provider as the event does
   */
  static ObjectNode of(ExportedSpan span, String named, String provider) {
    ObjectNode tags = JsonNodeFactory.instance.objectNode();
    span.attributes().tags().forEach(tags::set);
    put(tags, "otelScope", span.scope().name());
    put(tags, "otelScopeVersion", span.scope().version());
    put(tags, "otelProvider", named.equals(provider) ? "" : named);
    put(tags, "otelCostUsd", span.attributes().text(Names.COST));
    return tags;
  }

  private static void put(ObjectNode tags, String key, String value) {
    if (!value.isBlank()) {
      tags.put(key, cut(value));
    }
  }

  private static String cut(String value) {
    int max = UsageLimits.MAX_TAG_VALUE_BYTES;
    boolean fits = value.getBytes(StandardCharsets.UTF_8).length <= max;
    return fits ? value : SpanAttributes.cut(value, max / MAX_BYTES_OF_CHARACTER);
  }
}
