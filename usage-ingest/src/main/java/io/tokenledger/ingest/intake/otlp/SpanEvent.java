package io.tokenledger.ingest.intake.otlp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.ProviderNames;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.UsageSource;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import io.tokenledger.ingest.intake.otlp.export.SpanAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The usage event of a span. It depends on the span and its scope alone, not on when or with what
 * else it came: a span that is sent again makes the same event.
 */
final class SpanEvent {

  private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
  private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

  /** As OpenAI writes tiers; those of others are not in spans. */
  private static final Map<String, String> TIERS =
      Map.of("flex", "flex", "priority", "priority", "batch", "batch");

  /** What nobody says is counted all the same, and shown without a price. */
  private static final String NOBODY = "unknown";

  private final ExportedSpan span;
  private final SpanAttributes attributes;
  private final ObjectNode event = JsonNodeFactory.instance.objectNode();

  private SpanEvent(ExportedSpan span) {
    this.span = span;
    this.attributes = span.attributes();
  }

  /**
   * @param role one that counts
   * @throws InvalidEventException when the span lacks what an event must have, or a count is none
   */
  static ObjectNode of(ExportedSpan span, SpanRole role, String orgId) {
    SpanEvent made = new SpanEvent(span);
    String named = made.attributes.text(Names.PROVIDER).toLowerCase(Locale.ROOT);
    String provider = named.isEmpty() ? NOBODY : ProviderNames.ofConvention(named);
    String model = made.attributes.text(Names.MODEL);
    if (model.isEmpty()) {
      throw InvalidEventException.missing(Names.MODEL.first());
    }
    made.event.put("eventId", made.eventId()).put("orgId", orgId);
    made.event.put("provider", provider).put("modelName", model);
    made.labels(role);
    made.usage(SpanUsage.of(span, role, Origin.of(provider, model)));
    made.outcome();
    SpanTimes.put(span, made.event);
    made.event.set("metadata", SpanTags.of(span, named, provider));
    return made.event;
  }

  private String eventId() {
    if (!TRACE_ID.matcher(span.traceId()).matches()) {
      throw InvalidEventException.invalid("traceId", "must be 16 bytes, not all of them 0");
    }
    if (!SPAN_ID.matcher(span.spanId()).matches()) {
      throw InvalidEventException.invalid("spanId", "must be 8 bytes, not all of them 0");
    }
    return "otlp:" + span.traceId() + ":" + span.spanId();
  }

  /** What is longer than an event may have it is cut: its usage counts all the same. */
  private void labels(SpanRole role) {
    String feature = attributes.text(Names.FEATURE);
    event.put("feature", feature.isEmpty() ? role.feature() : feature);
    label("userId", Names.USER, UsageLimits.MAX_ID);
    label("activity", Names.ACTIVITY, UsageLimits.MAX_LABEL);
    label("category", Names.CATEGORY, UsageLimits.MAX_LABEL);
    label("conversationId", Names.CONVERSATION, UsageLimits.MAX_CONVERSATION_ID);
    label("messageId", Names.RESPONSE_ID, UsageLimits.MAX_CONVERSATION_ID);
  }

  private void label(String field, Names names, int max) {
    String text = attributes.text(names);
    if (!text.isEmpty()) {
      event.put(field, SpanAttributes.cut(text, max));
    }
  }

  private void usage(NormalizedUsage usage) {
    for (TokenClass each : TokenClass.ALL) {
      long count = usage.tokens().count(each);
      if (count > 0) {
        event.put(each.field(), count);
      }
    }
    if (!usage.units().isEmpty()) {
      ObjectNode units = event.putObject("units");
      usage.units().forEach(units::put);
    }
    if (!usage.complete()) {
      event.put("usageSource", UsageSource.PARTIAL.code());
    }
    String tier = TIERS.get(attributes.text(Names.TIER).toLowerCase(Locale.ROOT));
    if (tier != null) {
      event.put("serviceTier", tier);
    }
  }

  private void outcome() {
    if (span.failed()) {
      event.put("success", false);
      String message = span.statusMessage();
      event.put("errorMessage", message.isBlank() ? attributes.text(Names.ERROR) : message);
    }
  }
}
