package io.tokenledger.ingest;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Turns messages into priced events, and what cannot be accepted into dead letters. No I/O. */
@ApplicationScoped
class EventIntake {

  private final UsageEventDecoder decoder = new UsageEventDecoder();
  private final Clock clock = Clock.systemUTC();
  private final RetentionConfig retention;
  private final PriceBooks priceBooks;

  EventIntake(RetentionConfig retention, PriceBooks priceBooks) {
    this.retention = retention;
    this.priceBooks = priceBooks;
  }

  Accepted accept(List<UsageMessage> messages) {
    Instant now = clock.instant();
    PriceBook book = priceBooks.current();
    Accepted accepted = new Accepted(new ArrayList<>(messages.size()), new ArrayList<>());
    for (UsageMessage message : messages) {
      try {
        accepted.events.add(accept(message, book, now));
      } catch (InvalidEventException e) {
        accepted.deadLetters.add(new DeadLetter(message, e.code(), e.getMessage()));
      }
    }
    return accepted;
  }

  private PricedEvent accept(UsageMessage message, PriceBook book, Instant now) {
    UsageEvent event = decoder.decode(message.value(), message.headers(), message.sentAt(), now);
    Instant oldest = now.minus(retention.window());
    if (event.occurredAt().isBefore(oldest)) {
      throw new InvalidEventException(
          RejectionCode.TOO_LATE,
          "occurredAt is before the retention window of " + retention.days() + " days");
    }
    EventKey key =
        EventKey.of(
            event.orgId(),
            event.eventId(),
            event.occurredAt(),
            oldest,
            now.plus(UsageLimits.MAX_AHEAD));
    return priced(message, event, key, book);
  }

  private static PricedEvent priced(
      UsageMessage message, UsageEvent event, EventKey key, PriceBook book) {
    if (event.reportedCostNanos().isPresent()) {
      long nanos = event.reportedCostNanos().getAsLong();
      return new PricedEvent(
          message,
          event,
          key,
          CostStatus.PRODUCER_REPORTED,
          nanos,
          OptionalLong.empty(),
          "",
          book.name());
    }
    Cost cost = CostCalculator.costOf(book, billable(event));
    if (cost.nanos() > UsageLimits.MAX_COST_NANOS) {
      throw new InvalidEventException(
          RejectionCode.COST_OUT_OF_RANGE,
          "the event would cost more than one million dollars: " + cost.usd() + " USD");
    }
    return new PricedEvent(
        message,
        event,
        key,
        cost.status(),
        cost.nanos(),
        cost.cacheSavedNanosOf(event.tokens()),
        cost.priceVersion(),
        book.name());
  }

  private static BillableUsage billable(UsageEvent event) {
    return new BillableUsage(
        event.orgId(),
        event.call().provider(),
        event.call().modelName(),
        event.occurredAt(),
        event.tokens(),
        event.units(),
        event.requestCount(),
        event.serving());
  }

  /** What a batch consists of. */
  record Accepted(List<PricedEvent> events, List<DeadLetter> deadLetters) {}
}
