package io.tokenledger.events.decode;

import static io.tokenledger.events.InvalidEventException.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.Call;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.OrgIds;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.UsageSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads usage events strictly: what it returns can be stored, counted and priced as it is. */
public final class UsageEventDecoder {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Map<String, UsageSource> SOURCES =
      Arrays.stream(UsageSource.values())
          .collect(Collectors.toMap(UsageSource::code, Function.identity()));
  private static final String SLUG_RULE =
      "must be lower-case letters, digits, '.', '_' or '-', and begin with a letter or digit";

  /**
   * @param message the value of one Kafka message; null and empty are not JSON
   * @param headers the message's headers as text, for CloudEvents in binary mode
   * @param sentAt when the message was sent: what {@code occurredAt} defaults to
   * @param now refuses what occurred more than {@link UsageLimits#MAX_AHEAD} later
   * @throws InvalidEventException when the event cannot be accepted
   */
  public UsageEvent decode(
      byte[] message, Map<String, String> headers, Instant sentAt, Instant now) {
    return decode(parse(message, UsageLimits.MAX_MESSAGE_BYTES), headers, sentAt, now);
  }

  /** The same for a message that is parsed already. */
  public UsageEvent decode(
      JsonNode message, Map<String, String> headers, Instant sentAt, Instant now) {
    if (!(message instanceof ObjectNode body)) {
      throw new InvalidEventException(
          RejectionCode.NOT_AN_OBJECT,
          "the message must be a JSON object, but is " + article(message));
    }
    return decode(withCanonicalNames(CloudEventEnvelope.open(body, headers)), sentAt, now);
  }

  /**
   * Whether a message that was decoded says what the one with the hash said, and differs from it
   * only in how it writes the time at which the call occurred, such as {@code +00:00} for {@code
   * Z}. Takes some hundred hashes: for what would be a conflict otherwise.
   *
   * @param hash the {@link UsageEvent#payloadHash} of the other one
   */
  public boolean isSameButForTheNotationOfTime(
      byte[] message, Map<String, String> headers, long hash) {
    JsonNode json = parse(message, UsageLimits.MAX_MESSAGE_BYTES);
    return json instanceof ObjectNode body
        && PayloadHash.isOfTheSameTime(
            withCanonicalNames(CloudEventEnvelope.open(body, headers)), hash);
  }

  /**
   * Parses JSON without looking into it.
   *
   * @param maxBytes refuses what is larger
   * @throws InvalidEventException when it is no JSON in UTF-8, ambiguous, or beyond the limits
   */
  public JsonNode parse(byte[] json, int maxBytes) {
    return EventJson.parse(json, maxBytes);
  }

  private static UsageEvent decode(ObjectNode event, Instant sentAt, Instant now) {
    EventFields fields = new EventFields(event);
    String provider = fields.requiredText("provider", UsageLimits.MAX_PROVIDER);
    String modelName = fields.requiredText("modelName", UsageLimits.MAX_MODEL_NAME);
    UsageCounts counts = UsageCounts.of(fields, provider, modelName);
    long revision = fields.count("revision", 0, UsageLimits.MAX_REVISION);
    UsageEvent told =
        new UsageEvent(
            fields.requiredText("eventId", UsageLimits.MAX_ID),
            revision,
            voided(fields, revision),
            call(fields, provider, modelName),
            fields.count("requestCount", 1, UsageLimits.MAX_REQUESTS),
            counts.tokens(),
            counts.units(),
            usageSource(fields, counts),
            counts.serving(),
            counts.costNanos(),
            fields.number("durationMs", UsageLimits.MAX_MILLISECONDS),
            fields.number("timeToFirstTokenMs", UsageLimits.MAX_MILLISECONDS),
            fields.flag("success", true),
            fields.cutText("errorMessage", UsageLimits.MAX_ERROR_MESSAGE),
            fields.text("conversationId", UsageLimits.MAX_CONVERSATION_ID),
            fields.text("messageId", UsageLimits.MAX_CONVERSATION_ID),
            Tags.of(fields),
            occurredAt(fields, sentAt, now),
            counts.rawUsage(),
            PayloadHash.of(event));
    return told.voided() ? told.ofNothing() : told;
  }

  private static boolean voided(EventFields fields, long revision) {
    boolean voided = fields.flag("voided", false);
    if (voided && revision == 0) {
      throw invalid("voided", "must not be true in revision 0: there is nothing to take back");
    }
    return voided;
  }

  private static Call call(EventFields fields, String provider, String modelName) {
    return new Call(
        fields.requiredText(
            "orgId", UsageLimits.MAX_ID, OrgIds.FORM, "must consist of A-Z, a-z, 0-9 and ._:-"),
        fields.text("userId", UsageLimits.MAX_ID),
        provider,
        modelName,
        fields.text("feature", UsageLimits.MAX_FEATURE, "chat", SLUG, SLUG_RULE),
        fields.text("activity", UsageLimits.MAX_LABEL),
        fields.text("category", UsageLimits.MAX_LABEL));
  }

  /**
   * {@code model} is an alias of {@code modelName}; providers are written in lower case. The event
   * itself when it has these names already; it is never changed, as it is the caller's.
   */
  private static ObjectNode withCanonicalNames(ObjectNode event) {
    boolean byAlias = !event.hasNonNull("modelName") && event.hasNonNull("model");
    JsonNode provider = event.get("provider");
    String told = provider == null || !provider.isTextual() ? "" : provider.textValue();
    String inLowerCase = told.toLowerCase(Locale.ROOT);
    if (!byAlias && inLowerCase.equals(told)) {
      return event;
    }
    ObjectNode canonical = JsonNodeFactory.instance.objectNode();
    canonical.setAll(event);
    if (byAlias) {
      canonical.set("modelName", event.get("model"));
    }
    if (!told.isEmpty()) {
      canonical.put("provider", inLowerCase);
    }
    return canonical;
  }

  /** A usage block that leaves something open is partial, so that people can find such events. */
  private static UsageSource usageSource(EventFields fields, UsageCounts counts) {
    UsageSource told = usageSource(fields);
    return told == UsageSource.REPORTED && !counts.complete() ? UsageSource.PARTIAL : told;
  }

  private static UsageSource usageSource(EventFields fields) {
    String code = fields.text("usageSource", 16);
    UsageSource source = code.isEmpty() ? UsageSource.REPORTED : SOURCES.get(code);
    if (source == null) {
      throw invalid("usageSource", "must be one of " + usageSources());
    }
    return source;
  }

  private static String usageSources() {
    return Arrays.stream(UsageSource.values())
        .map(UsageSource::code)
        .collect(Collectors.joining(", "));
  }

  private static Instant occurredAt(EventFields fields, Instant sentAt, Instant now) {
    Instant occurredAt = fields.time("occurredAt").orElse(sentAt);
    if (occurredAt.isAfter(now.plus(UsageLimits.MAX_AHEAD))) {
      throw invalid(
          "occurredAt",
          "must not be more than " + UsageLimits.MAX_AHEAD.toHours() + " hours in the future");
    }
    return occurredAt;
  }

  private static String article(JsonNode message) {
    String type = message.getNodeType().name().toLowerCase(Locale.ROOT);
    return message.isArray() ? "an array" : message.isNull() ? "null" : "a " + type;
  }
}
