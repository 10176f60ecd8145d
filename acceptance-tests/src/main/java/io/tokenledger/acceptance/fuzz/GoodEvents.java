package io.tokenledger.acceptance.fuzz;

import io.tokenledger.acceptance.check.LedgerTables;
import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.SampleEvent;
import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.kafka.EventSender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The events of orgs that do nothing wrong, between all that is: each of them must count. */
final class GoodEvents implements AutoCloseable {

  private static final List<String> ORGS = List.of("good-a", "good-b", "good-c");
  private static final Duration DAYS = Duration.ofDays(10);
  private static final int COSTS = 5_000;

  private final ExpectedUsage expected = new ExpectedUsage();
  private final SampleEvents events;
  private final EventSender sender;
  private final LedgerTables tables;

  GoodEvents(long seed, LedgerAccess access) {
    events = new SampleEvents(seed, ORGS, Instant.now().minus(DAYS), DAYS);
    sender = new EventSender(access.kafkaBootstrap());
    tables = new LedgerTables(access.database());
  }

  synchronized void send() {
    SampleEvent event = withItsCost(events.next());
    expected.add(event);
    sender.send(event.toJson().getBytes(StandardCharsets.UTF_8));
  }

  long count() {
    return expected.events();
  }

  /** What is not as it must be, now: of these orgs, and between raw events and rollups of all. */
  List<String> differences() {
    sender.flush();
    List<String> found = new ArrayList<>(sender.failures());
    add(found, "Raw rows: ", ExpectedUsage.difference(expected.sums(), tables.rawUsageRows(ORGS)));
    add(found, "Rollup: ", ExpectedUsage.difference(expected.sums(), tables.usageRows(ORGS)));
    var drift = tables.drift(List.of());
    add(found, "Rollups minus raw events: ", drift.isEmpty() ? "" : drift.toString());
    return found;
  }

  @Override
  public void close() {
    sender.close();
  }

  private static void add(List<String> found, String where, String difference) {
    if (!difference.isEmpty()) {
      found.add(where + difference);
    }
  }

  /** Told by the sender, as the hostile ones may change prices. */
  private static SampleEvent withItsCost(SampleEvent event) {
    return new SampleEvent(
        event.eventId(),
        event.orgId(),
        event.userId(),
        event.conversationId(),
        event.story(),
        event.model(),
        event.feature(),
        event.requestCount(),
        event.success(),
        event.tokens(),
        OptionalLong.of(event.tokens().total() % COSTS),
        event.occurredAt(),
        event.revision(),
        event.voided());
  }
}
