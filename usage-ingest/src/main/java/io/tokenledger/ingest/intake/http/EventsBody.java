package io.tokenledger.ingest.intake.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.ingest.intake.http.EventAnswer.Rejected;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks the events of one request, each for itself. */
@ApplicationScoped
class EventsBody {

  private final UsageEventDecoder decoder = new UsageEventDecoder();
  private final EventItems items = new EventItems();
  private final Clock clock = Clock.systemUTC();
  private final Caller caller;

  EventsBody(Caller caller) {
    this.caller = caller;
  }

  Checked check(byte[] body, EventsForm form, HttpHeaders headers) {
    List<EventItems.Item> found = itemsOf(body, form, headers);
    Checked checked = new Checked(new ArrayList<>(found.size()), new ArrayList<>());
    Instant now = clock.instant();
    int forbidden = 0;
    for (EventItems.Item item : found) {
      forbidden += check(item, now, checked) ? 0 : 1;
    }
    if (forbidden > 0 && forbidden == found.size()) {
      throw new ApiException(
          ProblemCode.FORBIDDEN, "The token does not permit to write events for this org.");
    }
    return checked;
  }

  private List<EventItems.Item> itemsOf(byte[] body, EventsForm form, HttpHeaders headers) {
    if (form == EventsForm.LINES) {
      return items.ofLines(body);
    }
    if (form == EventsForm.JSON && CloudEventHeaders.areIn(headers)) {
      JsonNode event = CloudEventHeaders.with(headers, items.parse(body));
      return List.of(new EventItems.Item(0, () -> event));
    }
    return items.ofJson(body);
  }

  /** Whether the caller may write it, as far as is known. */
  private boolean check(EventItems.Item item, Instant now, Checked checked) {
    String eventId = null;
    try {
      JsonNode json = item.json().get();
      eventId = json.path("eventId").textValue();
      UsageEvent event = decoder.decode(json, Map.of(), now, now);
      if (!caller.mayWriteEventsOf(event.orgId())) {
        checked.rejected.add(forbidden(item.index(), event));
        return false;
      }
      checked.valid.add(new ValidEvent(event.orgId(), event.eventId(), messageOf(json)));
    } catch (InvalidEventException e) {
      checked.rejected.add(new Rejected(item.index(), eventId, e.code().code(), e.getMessage()));
    }
    return true;
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

  /** What may go on, and what may not. */
  record Checked(List<ValidEvent> valid, List<Rejected> rejected) {}
}
