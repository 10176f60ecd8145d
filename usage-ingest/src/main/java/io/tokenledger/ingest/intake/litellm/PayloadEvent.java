package io.tokenledger.ingest.intake.litellm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.EventText;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.Sha256;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.provider.library.LiteLlmCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** The event that a call becomes. */
final class PayloadEvent {

  private static final String PREFIX = "litellm:";
  private static final String UNKNOWN = "unknown";
  private static final String METADATA = "metadata";

  private final Payload payload;
  private final PayloadUsage usage;
  private final ObjectNode event = JsonNodeFactory.instance.objectNode();

  private PayloadEvent(Payload payload) {
    this.payload = payload;
    this.usage = PayloadUsage.of(payload);
  }

  /**
   * @param orgId that of the token: what LiteLLM calls an organisation is its own
   * @param now for a call of which nobody says when it was
   * @throws InvalidEventException for one without an id
   */
  static ObjectNode of(Payload payload, String orgId, Instant now) {
    PayloadEvent made = new PayloadEvent(payload);
    made.event.put("eventId", eventId(payload));
    made.event.put("orgId", orgId);
    made.putModel();
    made.putWho();
    made.putTimes(now);
    made.putUsage();
    made.event.set(METADATA, PayloadTags.of(payload));
    return made.event;
  }

  /** The same with the totals only, for a usage block that the ledger does not know. */
  static ObjectNode withTotals(ObjectNode event, Payload payload) {
    ObjectNode other = event.deepCopy();
    PayloadUsage.of(payload).putTotals(other);
    return other;
  }

  /** A retry of LiteLLM is a call of its own, with an id of its own; so is a hit of its cache. */
  private static String eventId(Payload payload) {
    String id =
        payload
            .text("id")
            .or(() -> payload.text("litellm_call_id"))
            .or(() -> payload.text("call_id"))
            .orElseThrow(() -> InvalidEventException.missing("id"));
    String name = PREFIX + id;
    return name.length() <= UsageLimits.MAX_ID
        ? name
        : PREFIX + HexFormat.of().formatHex(Sha256.of(id.getBytes(StandardCharsets.UTF_8)));
  }

  private void putModel() {
    Optional<String> provider = payload.text("custom_llm_provider");
    String model =
        payload
            .text("model")
            .or(() -> payload.text("hidden_params", "litellm_model_name"))
            .or(() -> payload.text("model_group"))
            .orElse(UNKNOWN);
    String prefix = provider.map(name -> name + "/").orElse("");
    String named = model.startsWith(prefix) ? model.substring(prefix.length()) : model;
    put("modelName", Optional.of(named.isEmpty() ? model : named), UsageLimits.MAX_MODEL_NAME);
    put(
        "provider",
        provider.or(() -> beforeSlash(model)).or(() -> Optional.of(UNKNOWN)),
        UsageLimits.MAX_PROVIDER);
    event.put("provider", event.get("provider").textValue().toLowerCase(Locale.ROOT));
    LiteLlmCall.feature(payload.text("call_type").orElse(""))
        .ifPresent(feature -> event.put("feature", feature));
  }

  private static Optional<String> beforeSlash(String model) {
    int slash = model.indexOf('/');
    return slash > 0 ? Optional.of(model.substring(0, slash)) : Optional.empty();
  }

  private void putWho() {
    put(
        "userId",
        payload
            .text("end_user")
            .or(() -> payload.text(METADATA, "user_api_key_end_user_id"))
            .or(() -> payload.text(METADATA, "user_api_key_user_id")),
        UsageLimits.MAX_ID);
    put("apiKeyId", payload.text(METADATA, "user_api_key_hash"), UsageLimits.MAX_ID);
    put("conversationId", payload.text("trace_id"), UsageLimits.MAX_CONVERSATION_ID);
  }

  private void putTimes(Instant now) {
    Optional<Instant> start = payload.time("startTime");
    Optional<Instant> end = payload.time("endTime");
    event.put("occurredAt", end.or(() -> start).orElse(now).toString());
    putBetween("durationMs", start, end);
    // Without a stream it is the end.
    putBetween(
        "timeToFirstTokenMs",
        start,
        payload.time("completionStartTime").filter(first -> isBefore(first, end)));
  }

  private static boolean isBefore(Instant first, Optional<Instant> end) {
    return end.filter(first::isBefore).isPresent();
  }

  private void putBetween(String field, Optional<Instant> from, Optional<Instant> to) {
    if (from.isPresent() && to.isPresent()) {
      long millis = Duration.between(from.get(), to.get()).toMillis();
      if (millis >= 0 && millis <= UsageLimits.MAX_MILLISECONDS) {
        event.put(field, millis);
      }
    }
  }

  /**
   * A hit of LiteLLM's cache costs nothing, though it repeats the counts of the call that filled
   * it; nor does what failed before anything was counted. What should have used something, and does
   * not say how much, is partial.
   */
  private void putUsage() {
    boolean failed = payload.text("status").filter("failure"::equals).isPresent();
    if (failed) {
      event.put("success", false);
      put("errorMessage", error(), UsageLimits.MAX_LABEL);
    }
    boolean cached = payload.isTrue("cache_hit");
    if (!cached && usage.isThere()) {
      usage.putInto(event);
    } else if (cached || failed) {
      event.put("estimatedCostMicros", 0);
    } else {
      event.put("usageSource", "partial");
    }
    if (isBatch(payload)) {
      event.put("serviceTier", "batch");
    }
  }

  /** Not the message, in which providers repeat prompts. */
  private Optional<String> error() {
    String code =
        payload.text("error_information", "error_code").map(told -> " (" + told + ")").orElse("");
    return payload.text("error_information", "error_class").map(type -> type + code);
  }

  /** What LiteLLM tells of a batch, once, when it has read the results. */
  static boolean isBatch(Payload payload) {
    return payload.array("hidden_params", "batch_models").filter(of -> !of.isEmpty()).isPresent();
  }

  private void put(String field, Optional<String> text, int max) {
    EventText.bounded(text, max).ifPresent(told -> event.put(field, told));
  }
}
