package io.tokenledger.bench.memory;

import static io.tokenledger.local.Component.PRICING_SERVICE;
import static io.tokenledger.local.Component.USAGE_AGGREGATOR;
import static io.tokenledger.local.Component.USAGE_INGEST;
import static io.tokenledger.local.Component.USAGE_QUERY;

import io.tokenledger.bench.BenchStack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The heaviest that may be asked of each service, in an order in which one makes the next. */
final class Heaviest {

  private static final int BODIES = 32;
  private static final int MESSAGES = 400;
  private static final int CALLS = 64;
  private static final int ACCEPTED = 202;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private static final String STORED = "SELECT count(*) FROM raw.usage_event";
  private static final String COUNTED =
      "SELECT coalesce(sum(request_count), 0) FROM rollup.org_daily_usage";

  private final BenchStack stack;
  private final ParallelCalls calls;
  private final LargeEvents events;
  private final FullPriceBook book;
  private long sent;

  Heaviest(BenchStack stack, ParallelCalls calls) {
    this.stack = stack;
    this.calls = calls;
    this.events = new LargeEvents(stack);
    this.book = new FullPriceBook(stack);
  }

  record Load(String name, Work work) {}

  /** Answers what came back. */
  interface Work {
    Object run() throws IOException, InterruptedException, SQLException;
  }

  List<Load> loads() {
    return List.of(
        new Load("price book of fifty full quotas", this::fillBook),
        new Load(
            "16 downloads of the price book at once",
            () -> calls.get(PRICING_SERVICE, CALLS, i -> "/v1/price-book")),
        new Load(
            "16 bodies of 1 MiB to resolve at once, full price book",
            () -> calls.post(PRICING_SERVICE, CALLS, "/v1/resolve", LargeEvents::toResolve)),
        new Load("16 bodies of 5 MiB at once, 32 tags an event", this::intake),
        new Load("backlog of 1 MiB a message, one text", () -> backlog(events::withLargeText)),
        new Load(
            "backlog of 1 MiB a message, 140,000 values", () -> backlog(events::withManyValues)),
        new Load("events of which each is a row of a report", this::rows),
        new Load(
            "16 reports of 20,000 rows at once",
            () -> calls.get(USAGE_QUERY, CALLS, i -> events.org(i) + "/analytics/usage")),
        new Load(
            "16 timelines of 20,000 points at once",
            () ->
                calls.get(
                    USAGE_QUERY,
                    CALLS,
                    i ->
                        events.org(i) + "/analytics/timeline?granularity=daily&groupBy=modelName")),
        new Load(
            "16 exports at once",
            () ->
                calls.get(USAGE_QUERY, CALLS, i -> events.org(i) + "/analytics/export?format=csv")),
        new Load(
            "16 pages of 200 calls at once",
            () ->
                calls.get(USAGE_QUERY, CALLS, i -> events.org(i) + "/analytics/details?limit=200")),
        new Load("rebuild of all", this::rebuild));
  }

  private String fillBook() throws SQLException, InterruptedException {
    return book.fill(calls);
  }

  /** What is refused, as too much is under way, is not sent again. */
  private Map<Integer, Integer> intake() throws InterruptedException, SQLException, IOException {
    stack.signal(USAGE_AGGREGATOR, "STOP");
    Map<Integer, Integer> answers;
    try {
      answers = calls.post(USAGE_INGEST, BODIES, "/v1/events", events::body);
    } finally {
      stack.signal(USAGE_AGGREGATOR, "CONT");
    }
    awaitCounted((long) answers.getOrDefault(ACCEPTED, 0) * LargeEvents.EVENTS_A_BODY);
    return answers;
  }

  private String backlog(LargeEvents.Making making)
      throws IOException, InterruptedException, SQLException {
    stack.signal(USAGE_INGEST, "STOP");
    try {
      events.send(MESSAGES, making);
    } finally {
      stack.signal(USAGE_INGEST, "CONT");
    }
    awaitCounted(MESSAGES);
    return MESSAGES + " messages";
  }

  private String rows() throws InterruptedException, SQLException, IOException {
    events.send(LargeEvents.ROWS, events::ofItsOwnModel);
    awaitCounted(LargeEvents.ROWS);
    return LargeEvents.ROWS + " messages";
  }

  private Map<Integer, Integer> rebuild() throws InterruptedException, SQLException {
    Map<Integer, Integer> answers =
        calls.post(USAGE_AGGREGATOR, 1, "/v1/rollups/rebuilds", i -> "{\"all\":true}");
    await("SELECT count(*) FROM rollup.rebuild_run WHERE finished_at IS NOT NULL", 1);
    return answers;
  }

  private void awaitCounted(long more) throws SQLException {
    sent += more;
    await(STORED, sent);
    await(COUNTED, sent);
  }

  private void await(String sql, long expected) throws SQLException {
    long patient = System.nanoTime() + PATIENCE.toNanos();
    while (stack.queryLong(sql) < expected && System.nanoTime() < patient) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    if (stack.queryLong(sql) < expected) {
      System.err.printf("%,d of %,d: %s%n", stack.queryLong(sql), expected, sql);
    }
  }
}
