package io.tokenledger.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a {@link UsageEvent}. Nothing here throws: a value that the ledger would refuse makes the
 * event one with a {@link UsageEvent#problem()}. Null and an empty text leave a field away.
 * Required are an org, a provider and a model; all else is optional. Not for several threads at a
 * time.
 *
 * <p>Lengths are in characters of Unicode. Token counts are from 0 to 10,000,000,000.
 */
public final class UsageEventBuilder {

  private final EventFields fields;

  UsageEventBuilder() {
    this(new EventFields());
  }

  private UsageEventBuilder(EventFields fields) {
    this.fields = fields;
  }

  /** 1 to 128 characters; an own one makes a repeated event count once. Default: a UUIDv7. */
  public UsageEventBuilder eventId(String id) {
    fields.text("eventId", id, 128);
    return this;
  }

  /** Whose usage it is: 1 to 128 characters of {@code [A-Za-z0-9._:-]}. */
  public UsageEventBuilder org(String orgId) {
    fields.text("orgId", orgId, 128, EventRules.ORG, EventRules.ORG_RULE);
    return this;
  }

  /** Who called; up to 128 characters. */
  public UsageEventBuilder user(String userId) {
    fields.text("userId", userId, 128);
    return this;
  }

  /** Such as {@code openai}; up to 64 characters. Case does not matter. */
  public UsageEventBuilder provider(String provider) {
    fields.text("provider", provider == null ? null : provider.toLowerCase(Locale.ROOT), 64);
    return this;
  }

  /** Such as {@code gpt-4o}, best as the answer names it; up to 200 characters. */
  public UsageEventBuilder model(String modelName) {
    fields.text("modelName", modelName, 200);
    return this;
  }

  /** What part of the product; up to 64 of {@code [a-z0-9._-]}. Default: {@code chat}. */
  public UsageEventBuilder feature(String feature) {
    fields.text("feature", feature, 64, EventRules.SLUG, EventRules.SLUG_RULE);
    return this;
  }

  /** What the call was for, such as {@code agent.implementer}; up to 128 characters. */
  public UsageEventBuilder activity(String activity) {
    fields.text("activity", activity, 128);
    return this;
  }

  /** A phase or group of activities, such as {@code review}; up to 128 characters. */
  public UsageEventBuilder category(String category) {
    fields.text("category", category, 128);
    return this;
  }

  /** Up to 200 characters. */
  public UsageEventBuilder conversation(String conversationId) {
    fields.text("conversationId", conversationId, 200);
    return this;
  }

  /** Up to 200 characters. */
  public UsageEventBuilder message(String messageId) {
    fields.text("messageId", messageId, 200);
    return this;
  }

  /** The key that made the call; its id, never the key itself. Up to 128 characters. */
  public UsageEventBuilder apiKeyId(String apiKeyId) {
    fields.text("apiKeyId", apiKeyId, 128);
    return this;
  }

  /** One of up to 32 tags: a key of 1 to 64 bytes and a value of up to 200 bytes in UTF-8. */
  public UsageEventBuilder tag(String key, String value) {
    if (value != null) {
      EventRules.checkTag(fields, key, value);
      fields.object("metadata").put(key == null ? "" : key, value);
    }
    return this;
  }

  /** Each as {@link #tag}. */
  public UsageEventBuilder tags(Map<String, String> tags) {
    if (tags != null) {
      tags.forEach(this::tag);
    }
    return this;
  }

  /** How many calls the event stands for, from 0 to 1,000,000,000. Default: 1. */
  public UsageEventBuilder requestCount(long requests) {
    fields.count("requestCount", requests, EventFields.MAX_COUNT);
    return this;
  }

  /** All of the input, what was read from and written to the cache included. */
  public UsageEventBuilder inputTokens(long tokens) {
    return tokens(Tokens.INPUT, tokens);
  }

  /** All of the output, reasoning included. */
  public UsageEventBuilder outputTokens(long tokens) {
    return tokens(Tokens.OUTPUT, tokens);
  }

  /** A class of tokens. A part must not exceed its total. */
  public UsageEventBuilder tokens(Tokens kind, long tokens) {
    fields.count(kind.field(), tokens, EventFields.MAX_TOKENS);
    return this;
  }

  /**
   * What is billed by other than tokens, up to 16 of them.
   *
   * @param unit such as {@code webSearches}, {@code images}, {@code audioSeconds}, or an own one:
   *     {@code [a-z][A-Za-z0-9]{0,39}}
   * @param quantity from 0 to 10,000,000,000 with at most 9 decimals
   */
  public UsageEventBuilder unit(String unit, BigDecimal quantity) {
    if (quantity != null && EventRules.isUnit(fields, unit, quantity)) {
      fields.object("units").put(unit, quantity);
    }
    return this;
  }

  /**
   * The provider's own usage block, or the chunks of a stream that have one: the ledger reads all
   * counts from it, and those that are given beside it do not matter. No texts of people in it,
   * please: the ledger keeps it.
   *
   * @param usage a {@code JsonNode}, a JSON text, a map, or any object that Jackson can write
   */
  public UsageEventBuilder rawUsage(Object usage) {
    fields.json("rawUsage", usage);
    return this;
  }

  /**
   * What a provider's whole answer says of its usage, as {@link #rawUsage}; nothing else of it is
   * kept. An answer that says nothing makes the event partial.
   *
   * @param answer the body, as JSON
   */
  public UsageEventBuilder usageOf(String answer) {
    return usageOf(AnswerUsage.of(answer));
  }

  /**
   * The same of a stream.
   *
   * @param events the data of each event, as JSON; what is none, such as {@code [DONE]}, is passed
   *     over
   */
  public UsageEventBuilder usageOf(Iterable<String> events) {
    return usageOf(AnswerUsage.of(events));
  }

  private UsageEventBuilder usageOf(Optional<JsonNode> told) {
    told.ifPresentOrElse(this::rawUsage, () -> usageSource(UsageSource.PARTIAL));
    return this;
  }

  /** How sure the counts are. Default: {@link UsageSource#REPORTED}. */
  public UsageEventBuilder usageSource(UsageSource source) {
    fields.text("usageSource", source == null ? null : source.word(), 16);
    return this;
  }

  /** {@code standard}, {@code batch}, {@code flex}, {@code priority}, or a provider's own word. */
  public UsageEventBuilder serviceTier(String tier) {
    fields.text("serviceTier", tier, 32, EventRules.WORD, EventRules.WORD_RULE);
    return this;
  }

  /** What the call cost, where that is known, in US dollars: up to a million of them. */
  public UsageEventBuilder costUsd(BigDecimal dollars) {
    if (dollars != null && EventRules.isCost(fields, dollars)) {
      fields.text("estimatedCostUsd", dollars.toPlainString(), 64);
    }
    return this;
  }

  /** From 0 to 1,000,000,000 ms. */
  public UsageEventBuilder duration(Duration duration) {
    return millis("durationMs", duration);
  }

  /** Until the first token of a stream; from 0 to 1,000,000,000 ms. */
  public UsageEventBuilder timeToFirstToken(Duration duration) {
    return millis("timeToFirstTokenMs", duration);
  }

  /** Default: true. */
  public UsageEventBuilder success(boolean success) {
    fields.put("success", success);
    return this;
  }

  /** Cut after 2,000 characters. The ledger keeps it: nothing secret, and no prompt, please. */
  public UsageEventBuilder errorMessage(String message) {
    fields.cutText("errorMessage", message, 2_000);
    return this;
  }

  /** Kept to the microsecond. Default: when the event is built. */
  public UsageEventBuilder occurredAt(Instant time) {
    EventRules.putTime(fields, time);
    return this;
  }

  /** Who, what for and what: all that a context says. */
  public UsageEventBuilder context(UsageContext context) {
    if (context != null) {
      context.into(this);
    }
    return this;
  }

  /** Can be called again; the next event has an id and a time of its own if none were given. */
  public UsageEvent build() {
    EventFields event = fields.copy();
    if (!event.has("eventId")) {
      event.text("eventId", EventIds.next(), 128);
    }
    if (!event.has("occurredAt")) {
      EventRules.putTime(event, Instant.now());
    }
    EventRules.checkWhole(event);
    byte[] encoded = event.encoded();
    return new UsageEvent(event.textOf("eventId"), event.problem().orElse(null), encoded);
  }

  private UsageEventBuilder millis(String field, Duration duration) {
    if (duration != null) {
      boolean fits = Math.abs(duration.getSeconds()) <= EventFields.MAX_COUNT;
      fields.count(field, fits ? duration.toMillis() : Long.MAX_VALUE, EventFields.MAX_COUNT);
    }
    return this;
  }
}
