package io.tokenledger.acceptance.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.ModelPrices;
import io.tokenledger.acceptance.truth.SampleEvent;
import io.tokenledger.acceptance.truth.SampleEvents;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another org: sends events over HTTP, and looks when its reports have them. */
final class Neighbour {

  private static final int EVENTS_AT_ONCE = 10;
  private static final int ACCEPTED = 202;
  private static final int OK = 200;
  private static final Duration SPREAD = Duration.ofHours(1);
  private static final List<String> REPORTS =
      List.of(
          "/analytics/summary?period=week",
          "/analytics/timeline?granularity=daily",
          "/analytics/breakdown?by=modelName",
          "/analytics/details?limit=50",
          "/analytics/top-users?limit=10",
          "/analytics/export?format=ndjson&modelName=" + ModelPrices.CHAT.get(0).name(),
          "/conversations");

  private final String id;
  private final Api api;
  private final String token;
  private final ExpectedUsage expected;
  private final Samples samples;
  private final SampleEvents events;
  private final Queue<Sending> underWay = new ArrayDeque<>();
  private long requestsSent;
  private boolean paused;
  private int turn;

  Neighbour(String id, HostileLedger ledger, ExpectedUsage expected, Samples samples, long seed) {
    this.id = id;
    this.api = new Api(ledger.access());
    this.expected = expected;
    this.samples = samples;
    this.events = new SampleEvents(seed, List.of(id), Instant.now().minus(SPREAD), SPREAD);
    String user = "reader-of-" + id;
    ledger.join(id, user, "billing");
    this.token = ledger.token(user, Map.of(id, "member"), List.of("events:write"));
  }

  /** Requests that were sent, up to which number, and when. */
  private record Sending(long begunNanos, long upTo) {}

  String id() {
    return id;
  }

  /** Again until they are taken: they count once. */
  synchronized void send() {
    if (paused) {
      return;
    }
    List<SampleEvent> batch = Stream.generate(events::next).limit(EVENTS_AT_ONCE).toList();
    batch.forEach(expected::add);
    long begun = System.nanoTime();
    requestsSent += batch.stream().mapToLong(SampleEvent::requestCount).sum();
    synchronized (underWay) {
      underWay.add(new Sending(begun, requestsSent));
    }
    String body =
        batch.stream().map(SampleEvent::toJson).collect(Collectors.joining(",", "[", "]"));
    while (!isTaken(body)) {
      samples.failed(begun, "events were not taken");
    }
  }

  /** Returns when what it was sending is taken. */
  synchronized void pause(boolean pause) {
    paused = pause;
  }

  private boolean isTaken(String body) {
    try {
      return api.call(Component.USAGE_INGEST, "POST", "/v1/events", token, body).status()
          == ACCEPTED;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** What the usage report has by now, and one report more. */
  void read() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    JsonNode usage = read("/analytics/usage?from=%s&to=%s".formatted(today.minusDays(1), today));
    long seen = 0;
    for (JsonNode row : usage.path("usage")) {
      seen += row.path("requestCount").longValue();
    }
    noteVisible(seen);
    read(REPORTS.get(turn++ % REPORTS.size()));
  }

  boolean seesAll() {
    synchronized (underWay) {
      return underWay.isEmpty();
    }
  }

  private void noteVisible(long requests) {
    synchronized (underWay) {
      while (!underWay.isEmpty() && underWay.peek().upTo() <= requests) {
        samples.visible(underWay.remove().begunNanos());
      }
    }
  }

  private JsonNode read(String path) {
    long begun = System.nanoTime();
    try {
      Api.Answer answer = api.get(Component.USAGE_QUERY, "/orgs/" + id + path, token);
      if (answer.status() == OK) {
        samples.read(begun);
        return answer.json();
      }
      samples.failed(begun, path + " was answered " + answer.status());
    } catch (RuntimeException e) {
      samples.failed(begun, path + ": " + e);
    }
    return MissingNode.getInstance();
  }
}
