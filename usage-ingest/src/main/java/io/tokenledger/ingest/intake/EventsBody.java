package io.tokenledger.ingest.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.ingest.intake.EventAnswer.Rejected;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the events of one request, each for itself. */
@ApplicationScoped
class EventsBody {

  private static final int MAX_BODY_BYTES = 5 * 1024 * 1024;
  private static final int MAX_EVENTS = 1_000;

  private final UsageEventDecoder decoder = new UsageEventDecoder();
  private final Clock clock = Clock.systemUTC();
  private final Caller caller;

  EventsBody(Caller caller) {
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
          checked.valid.add(new Valid(event.orgId(), messageOf(items.get(i))));
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

  private static Rejected forbidden(int index, UsageEvent event) {
    return new Rejected(
        index, event.eventId(), ProblemCode.FORBIDDEN.code(), "orgId must be an org of the token");
  }

  private static Rejected rejected(int index, JsonNode item, InvalidEventException why) {
    return new Rejected(
        index, item.path("eventId").textValue(), why.code().code(), why.getMessage());
  }

  /** What may go on, and what may not. */
  record Checked(List<Valid> valid, List<Rejected> rejected) {}

  /** An event as it was sent, as a message for the topic. */
  record Valid(String orgId, byte[] message) {}
}
