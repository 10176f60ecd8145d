package io.tokenledger.gateway.accounting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.EventText;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.gateway.request.Attribution;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of a call before it goes out, as fields of its event. */
final class CallFields {

  /** How many tags are ours: the upstream, and how sure the counts are. */
  private static final int OWN_TAGS = 2;

  private static final String UNKNOWN = "unknown";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]*");

  private CallFields() {}

  /**
   * @param model as the answer names it, where it does
   */
  static ObjectNode of(StartedCall call, Optional<String> model, Optional<String> tier) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("eventId", call.eventId());
    event.put("orgId", call.orgId());
    event.put("provider", named(Optional.of(call.provider()), UsageLimits.MAX_PROVIDER));
    event.put(
        "modelName",
        named(
            model.filter(told -> !told.isBlank()).or(() -> Optional.of(call.modelAsked())),
            UsageLimits.MAX_MODEL_NAME));
    call.apiKeyId().ifPresent(token -> event.put("apiKeyId", token.toString()));
    event.put("occurredAt", call.startedAt().toString());
    servedTier(tier.or(call::serviceTier)).ifPresent(told -> event.put("serviceTier", told));
    attribution(call.attribution(), event);
    event.set("metadata", tags(call));
    return event;
  }

  private static String named(Optional<String> name, int max) {
    return EventText.bounded(name, max).orElse(UNKNOWN);
  }

  /** Providers say default for standard; what they decide themselves is not known yet. */
  private static Optional<String> servedTier(Optional<String> told) {
    return told.map(tier -> tier.toLowerCase(Locale.ROOT))
        .map(tier -> tier.equals("default") ? "standard" : tier)
        .filter(tier -> !tier.equals("auto") && !tier.equals("standard_only"))
        .filter(tier -> tier.length() <= UsageLimits.MAX_SERVING && WORD.matcher(tier).matches());
  }

  private static void attribution(Attribution of, ObjectNode event) {
    put(event, "userId", of.userId(), UsageLimits.MAX_ID);
    put(event, "activity", of.activity(), UsageLimits.MAX_LABEL);
    put(event, "category", of.category(), UsageLimits.MAX_LABEL);
    put(event, "conversationId", of.conversationId(), UsageLimits.MAX_CONVERSATION_ID);
    put(event, "messageId", of.messageId(), UsageLimits.MAX_CONVERSATION_ID);
    of.feature()
        .map(feature -> feature.toLowerCase(Locale.ROOT))
        .filter(feature -> feature.length() <= UsageLimits.MAX_FEATURE)
        .filter(feature -> SLUG.matcher(feature).matches())
        .ifPresent(feature -> event.put("feature", feature));
  }

  static void put(ObjectNode event, String field, Optional<String> text, int max) {
    EventText.bounded(text, max).ifPresent(told -> event.put(field, told));
  }

  private static ObjectNode tags(StartedCall call) {
    ObjectNode tags = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, Object> told : call.attribution().metadata().entrySet()) {
      String key = EventText.boundedBytes(told.getKey(), UsageLimits.MAX_TAG_KEY_BYTES);
      if (tags.size() < UsageLimits.MAX_TAGS - OWN_TAGS && !key.isEmpty()) {
        putTag(tags, key, told.getValue());
      }
    }
    putTag(tags, "upstream", call.upstream());
    return tags;
  }

  private static void putTag(ObjectNode tags, String key, Object value) {
    if (value instanceof Boolean flag) {
      tags.put(key, flag);
    } else if (value instanceof Integer || value instanceof Long) {
      tags.put(key, ((Number) value).longValue());
    } else if (value != null) {
      tags.put(key, EventText.boundedBytes(value.toString(), UsageLimits.MAX_TAG_VALUE_BYTES));
    }
  }
}
