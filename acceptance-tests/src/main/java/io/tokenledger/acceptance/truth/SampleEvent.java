package io.tokenledger.acceptance.truth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * One usage event as a test sends it.
 *
 * @param reportedCostMicros what the producer says it cost
 */
public record SampleEvent(
    String eventId,
    String orgId,
    String userId,
    String conversationId,
    String story,
    ModelPrices model,
    String feature,
    long requestCount,
    boolean success,
    Tokens tokens,
    OptionalLong reportedCostMicros,
    Instant occurredAt,
    long revision,
    boolean voided) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NANOS_PER_MICRO = 1_000;

  /** The same call at another time. */
  public SampleEvent at(Instant time) {
    return new SampleEvent(
        eventId,
        orgId,
        userId,
        conversationId,
        story,
        model,
        feature,
        requestCount,
        success,
        tokens,
        reportedCostMicros,
        time,
        revision,
        voided);
  }

  /** The same call in another conversation of another org. */
  public SampleEvent in(String org, String conversation) {
    return new SampleEvent(
        eventId,
        org,
        userId,
        conversation,
        story,
        model,
        feature,
        1,
        success,
        tokens,
        reportedCostMicros,
        occurredAt,
        revision,
        voided);
  }

  /** What became known of the same call later: all but its id, org and time as in another one. */
  public SampleEvent revised(long number, SampleEvent other, boolean isVoid) {
    return new SampleEvent(
        eventId,
        orgId,
        other.userId,
        other.conversationId,
        other.story,
        other.model,
        other.feature,
        other.requestCount,
        other.success,
        other.tokens,
        other.reportedCostMicros,
        occurredAt,
        number,
        isVoid);
  }

  long costNanos() {
    return reportedCostMicros.isPresent()
        ? reportedCostMicros.getAsLong() * NANOS_PER_MICRO
        : model.costNanos(tokens, requestCount);
  }

  long unpricedRequests() {
    return reportedCostMicros.isPresent() || model.isPriced() ? 0 : requestCount;
  }

  public String toJson() {
    return json().toString();
  }

  /** In the form of contracts.md §1; what has its default is left out. */
  public ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("eventId", eventId).put("orgId", orgId).put("userId", userId);
    json.put("provider", model.provider()).put("modelName", model.name()).put("feature", feature);
    json.put("conversationId", conversationId).put("occurredAt", occurredAt.toString());
    json.putObject("metadata").put("storyId", story);
    if (requestCount != 1) {
      json.put("requestCount", requestCount);
    }
    if (!success) {
      json.put("success", false).put("errorMessage", "the provider was overloaded");
    }
    if (revision != 0) {
      json.put("revision", revision);
    }
    if (voided) {
      json.put("voided", true);
    }
    reportedCostMicros.ifPresent(micros -> json.put("estimatedCostMicros", micros));
    tokens.putInto(json);
    return json;
  }
}
