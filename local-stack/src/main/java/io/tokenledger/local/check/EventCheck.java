package io.tokenledger.local.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.local.backfill.Refusal;
import io.tokenledger.local.backfill.RefusedLineException;
import io.tokenledger.local.backfill.RetentionWindow;
import io.tokenledger.local.backfill.source.SourceLines;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.Cost;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.json.BundledPriceList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Judges lines as usage-ingest judges messages: by the same decoder, and by the same rules of
 * duplicates, revisions and the retention window, as far as the file itself tells them.
 */
public final class EventCheck {

  private static final UsageEventDecoder LEDGER = new UsageEventDecoder();

  private final Instant now;
  private final Instant edge;
  private final SeenEvents seen = new SeenEvents();

  /**
   * @param now when the events are sent
   * @param retentionDays how far back the ledger takes events
   */
  public EventCheck(Instant now, int retentionDays) {
    this.now = now;
    this.edge = RetentionWindow.edge(now, retentionDays);
  }

  /** Empty for an empty line. */
  public Optional<Verdict> check(SourceLines line) throws IOException {
    long number = line.number();
    try {
      byte[] text = line.bytes(UsageLimits.MAX_MESSAGE_BYTES);
      if (new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
        return Optional.empty();
      }
      return Optional.of(check(number, LEDGER.parse(text, UsageLimits.MAX_MESSAGE_BYTES)));
    } catch (RefusedLineException e) {
      return Optional.of(Verdict.refused(number, e.code(), e.getMessage()));
    } catch (InvalidEventException e) {
      Refusal refusal = Refusal.of(number, e);
      return Optional.of(Verdict.refused(number, refusal.code(), refusal.detail()));
    }
  }

  /** Whether the file had more events than duplicates were looked for. */
  public boolean hadTooManyForDuplicates() {
    return seen.isFull();
  }

  private Verdict check(long line, JsonNode message) {
    UsageEvent event = LEDGER.decode(message, Map.of(), now, now);
    if (event.occurredAt().isBefore(edge)) {
      throw new InvalidEventException(
          RejectionCode.TOO_LATE, "occurredAt must not be before the retention window");
    }
    Cost cost = event.reportedCostNanos().isPresent() ? null : cost(event);
    Verdict verdict = seen.add(line, event);
    return verdict.isRefused()
        ? verdict
        : new Verdict(line, verdict.outcome(), "", verdict.detail(), event, cost);
  }

  /** By the public prices; those of a contract are the ledger's own. */
  private static Cost cost(UsageEvent event) {
    Cost cost =
        CostCalculator.costOf(
            BundledPriceList.book(),
            new BillableUsage(
                event.orgId(),
                event.call().provider(),
                event.call().modelName(),
                event.occurredAt(),
                event.tokens(),
                event.units(),
                event.requestCount(),
                event.serving()));
    if (cost.nanos() > UsageLimits.MAX_COST_NANOS) {
      throw new InvalidEventException(
          RejectionCode.COST_OUT_OF_RANGE, "the event would cost more than one million dollars");
    }
    return cost;
  }
}
