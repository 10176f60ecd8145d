package io.tokenledger.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.RetentionConfig;
import io.tokenledger.ingest.intake.EventAnswer.Rejected;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks the events of one request, each for itself. */
@ApplicationScoped
class EventsBody {

  private static final int MAX_BODY_BYTES = 5 * 1024 * 1024;
  private static final int MAX_EVENTS = 1_000;
  private static final int TAGS_OF_A_UNIT = 4;
  private static final int BYTES_OF_A_UNIT = 4_096;

  private final UsageEventDecoder decoder = new UsageEventDecoder();
  private final Clock clock = Clock.systemUTC();
  private final RetentionConfig retention;
  private final Caller caller;

  EventsBody(RetentionConfig retention, Caller caller) {
    this.retention = retention;
    this.caller = caller;
  }

  Checked check(byte[] body) {
    List<JsonNode> items = itemsOf(body);
    Instant now = clock.instant();
    Checked checked = new Checked(new ArrayList<>(items.size()), new ArrayList<>());
    int forbidden = 0;
    for (int i = 0; i < items.size(); i++) {
      try {
        UsageEvent event = decoder.decode(items.get(i), Map.of(), now, now);
        if (caller.mayWriteEventsOf(event.orgId())) {
          checked.valid.add(valid(event, messageOf(items.get(i)), now));
        } else {
          forbidden++;
          checked.rejected.add(forbidden(i, event));
        }
      } catch (InvalidEventException e) {
        checked.rejected.add(rejected(i, items.get(i), e));
      }
    }
    if (forbidden > 0 && forbidden == items.size()) {
      throw new ApiException(
          ProblemCode.FORBIDDEN, "The token does not permit to write events for this org.");
    }
    return checked;
  }

  private List<JsonNode> itemsOf(byte[] body) {
    JsonNode json = parse(body);
    if (!json.isArray()) {
      return List.of(json);
    }
    if (json.isEmpty() || json.size() > MAX_EVENTS) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "The array must hold 1 to " + MAX_EVENTS + " events.");
    }
    List<JsonNode> items = new ArrayList<>(json.size());
    json.forEach(items::add);
    return items;
  }

  private JsonNode parse(byte[] body) {
    try {
      return decoder.parse(body, MAX_BODY_BYTES);
    } catch (InvalidEventException e) {
      throw new ApiException(
          e.code() == RejectionCode.TOO_LARGE ? ProblemCode.TOO_LARGE : ProblemCode.INVALID_BODY,
          "The body cannot be read: " + e.getMessage() + ".");
    }
  }

  private static byte[] messageOf(JsonNode item) {
    byte[] message = item.toString().getBytes(StandardCharsets.UTF_8);
    if (message.length > UsageLimits.MAX_MESSAGE_BYTES) {
      throw new InvalidEventException(
          RejectionCode.TOO_LARGE,
          "an event must not be larger than " + UsageLimits.MAX_MESSAGE_BYTES + " bytes");
    }
    return message;
  }

  private Valid valid(UsageEvent event, byte[] message, Instant now) {
    Instant oldest = now.minus(retention.window());
    Instant newest = now.plus(UsageLimits.MAX_AHEAD);
    // What is too late is not stored, and needs no day.
    Instant time = event.occurredAt().isBefore(oldest) ? now : event.occurredAt();
    UUID key = EventKey.of(event.orgId(), event.eventId(), time, oldest, newest).value();
    int rows = 1 + event.metadata().size() / TAGS_OF_A_UNIT;
    return new Valid(
        event.orgId(), message, EventKey.dayOf(key), Math.max(rows, message.length / BYTES_OF_A_UNIT));
  }

  private static Rejected forbidden(int index, UsageEvent event) {
    return new Rejected(
        index, event.eventId(), ProblemCode.FORBIDDEN.code(), "orgId must be an org of the token");
  }

  private static Rejected rejected(int index, JsonNode item, InvalidEventException why) {
    return new Rejected(
        index, item.path("eventId").textValue(), why.code().code(), why.getMessage());
  }

  /** What may go on, and what may not. */
  record Checked(List<Valid> valid, List<Rejected> rejected) {

    /** As {@link IntakeConfig#eventsPerSecond()} counts them. */
    long units() {
      return rejected.size() + valid.stream().mapToLong(Valid::units).sum();
    }

    /** Those whose raw rows they will be. */
    Set<LocalDate> days() {
      return valid.stream().map(Valid::day).collect(Collectors.toSet());
    }
  }

  /**
   * An event as it was sent, as a message for the topic.
   *
   * @param day the UTC day of its key
   * @param units what it counts of its sender's rate
   */
  record Valid(String orgId, byte[] message, LocalDate day, int units) {}
}
