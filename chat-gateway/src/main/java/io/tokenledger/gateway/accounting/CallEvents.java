package io.tokenledger.gateway.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.UsageSource;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.gateway.answer.Reading;
import io.tokenledger.gateway.request.TextSample;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the event of a call: the usage as the provider reported it, which the ledger reads by the
 * same code that is asked here whether it can; else our own estimate, marked as one. Pure.
 */
final class CallEvents {

  private static final JsonMapper JSON = new JsonMapper();
  private static final UsageEventDecoder LEDGER = new UsageEventDecoder();
  private static final int NO_MORE_THAN = UsageLimits.MAX_MESSAGE_BYTES;

  private static final String EMBEDDING = "embedding";

  /** Operations that are counted in the tokens of text. */
  private static final Set<String> OF_TEXT = Set.of("chat", "completion", "response", EMBEDDING);

  /** Operations that no provider bills. */
  private static final Set<String> FREE = Set.of("moderation");

  private CallEvents() {}

  /** What is sent if the gateway stops before the call has ended. */
  static byte[] stopped(StartedCall call) {
    ObjectNode event = CallFields.of(call, Optional.empty(), Optional.empty());
    event.put("usageSource", UsageSource.PARTIAL.code());
    event.put("success", false);
    event.put("errorMessage", CallOutcome.sentence(How.GATEWAY_STOPPED));
    return bytes(event);
  }

  /**
   * Empty when the provider reported nothing that the ledger can count: {@link #estimated} then.
   */
  static Optional<byte[]> reported(StartedCall call, EndedCall ended) {
    ObjectNode event = event(call, ended);
    List<JsonNode> chunks = ended.reading().usageChunks();
    if (chunks.isEmpty()) {
      if (ended.how().kind().isUnknown()) {
        event.put("usageSource", UsageSource.PARTIAL.code());
        return Optional.of(bytes(event));
      }
      return isFree(call, ended) ? Optional.of(bytes(event)) : Optional.empty();
    }
    event.set(
        "rawUsage", chunks.size() == 1 && chunks.get(0).isObject() ? chunks.get(0) : array(chunks));
    event.put(
        "usageSource",
        (ended.reading().ended() ? UsageSource.REPORTED : UsageSource.PARTIAL).code());
    byte[] bytes = bytes(event);
    return bytes.length <= NO_MORE_THAN && tellsUsage(event, call, ended)
        ? Optional.of(bytes)
        : Optional.empty();
  }

  /** With tokens that we counted. Unless the org wants it, they cost nothing. */
  static byte[] estimated(StartedCall call, EndedCall ended, TokenEstimate estimate) {
    ObjectNode event = event(call, ended);
    String model = event.get("modelName").textValue();
    if (OF_TEXT.contains(call.operation())) {
      boolean embeds = call.operation().equals(EMBEDDING);
      putTokens(
          event, embeds ? TokenClass.EMBEDDING : TokenClass.INPUT, model, call.input(), estimate);
      putTokens(event, TokenClass.OUTPUT, model, ended.reading().output(), estimate);
      event.put("usageSource", UsageSource.ESTIMATED.code());
      ((ObjectNode) event.get("metadata")).put("estimatedTokens", true);
      if (!call.estimateBilled()) {
        event.put("estimatedCostMicros", 0);
      }
    } else {
      AskedUnits.put(event, call, ended);
    }
    return bytes(event);
  }

  private static void putTokens(
      ObjectNode event, TokenClass count, String model, TextSample text, TokenEstimate estimate) {
    if (text.characters() > 0) {
      event.put(count.field(), Math.min(estimate.tokens(model, text), UsageLimits.MAX_TOKENS));
    }
  }

  private static ObjectNode event(StartedCall call, EndedCall ended) {
    Reading reading = ended.reading();
    ObjectNode event = CallFields.of(call, reading.model(), reading.serviceTier());
    if (!event.has("messageId")) {
      CallFields.put(event, "messageId", reading.responseId(), UsageLimits.MAX_CONVERSATION_ID);
    }
    ended.duration().ifPresent(time -> event.put("durationMs", millis(time)));
    if (call.revision() > 0) {
      event.put("revision", call.revision());
    }
    ended.timeToFirstByte().ifPresent(time -> event.put("timeToFirstTokenMs", millis(time)));
    event.put("success", CallOutcome.isSuccess(ended));
    CallFields.put(
        event, "errorMessage", CallOutcome.errorMessage(ended), UsageLimits.MAX_ERROR_MESSAGE);
    return event;
  }

  /** Refused, or failed before it said anything, or free anyhow: there is nothing to estimate. */
  private static boolean isFree(StartedCall call, EndedCall ended) {
    Reading reading = ended.reading();
    boolean failed = reading.ended() && !reading.success() && reading.output().characters() == 0;
    return failed
        || ended.how().kind() == How.Kind.UPSTREAM_REFUSED
        || FREE.contains(call.operation());
  }

  /** False for a block that the ledger cannot read, and for zeros beside an answer. */
  private static boolean tellsUsage(ObjectNode event, StartedCall call, EndedCall ended) {
    try {
      UsageEvent read = LEDGER.decode(event, Map.of(), call.startedAt(), call.startedAt());
      boolean zeros = read.tokens().total() == 0 && read.units().isEmpty();
      return !zeros || ended.reading().output().characters() == 0;
    } catch (InvalidEventException e) {
      return false;
    }
  }

  private static JsonNode array(List<JsonNode> chunks) {
    return JsonNodeFactory.instance.arrayNode(chunks.size()).addAll(chunks);
  }

  private static long millis(Duration time) {
    return Math.max(0, Math.min(time.toMillis(), UsageLimits.MAX_MILLISECONDS));
  }

  private static byte[] bytes(ObjectNode event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
