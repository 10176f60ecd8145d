package io.tokenledger.ingest.intake;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.ingest.EventKey;
import io.tokenledger.ingest.RetentionConfig;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The days of the raw table that the events of a request will be stored in. */
@ApplicationScoped
public class EventDays {

  private final Clock clock = Clock.systemUTC();
  private final RetentionConfig retention;
  private final RawDays days;

  EventDays(RetentionConfig retention, RawDays days) {
    this.retention = retention;
    this.days = days;
  }

  /**
   * Has those made that are not there.
   *
   * @throws RefusedException when there are more than can be made while the sender waits
   */
  public void requireFor(List<ValidEvent> events) {
    Instant now = clock.instant();
    if (!days.prepare(
        events.stream().map(event -> dayOf(event, now)).collect(Collectors.toSet()))) {
      throw new RefusedException(
          Reason.ORG_BUSY, "Tables for the days of these events are being made: send them again.");
    }
  }

  private LocalDate dayOf(ValidEvent event, Instant now) {
    Instant oldest = now.minus(retention.window());
    Instant newest = now.plus(UsageLimits.MAX_AHEAD);
    // What is too late is not stored, and needs no day.
    Instant time = event.occurredAt().isBefore(oldest) ? now : event.occurredAt();
    return EventKey.dayOf(
        EventKey.of(event.orgId(), event.eventId(), time, oldest, newest).value());
  }
}
