package io.tokenledger.client;

import static io.tokenledger.client.Trackers.LONG;
import static io.tokenledger.client.Trackers.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.tokenledger.client.TestLedger.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a ledger over real HTTP, with events in memory. */
class UsageTrackerTest {

  private final Trackers.Told told = new Trackers.Told();
  private TestLedger ledger;

  @BeforeEach
  void start() throws Exception {
    ledger = TestLedger.start();
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void sendsWhatIsRecordedInBatches() {
    try (UsageTracker tracker = Trackers.to(ledger.url()).linger(Duration.ofMillis(300)).start()) {
      List<String> ids = IntStream.range(0, 1_200).mapToObj(i -> "e" + i).toList();
      ids.forEach(id -> tracker.record(event(tracker, id)));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(ledger.ids()).containsExactlyElementsOf(ids);
      assertThat(ledger.seen()).hasSizeLessThan(20).allMatch(seen -> seen.events() <= 500);
      assertThat(tracker.stats()).isEqualTo(new TrackerStats(1_200, 0, 0, 0, 1_200, 0, 0));
    }
  }

  @Test
  void closingSendsWhatIsThere() {
    UsageTracker tracker = Trackers.to(ledger.url()).linger(Duration.ofHours(1)).start();
    tracker.record(event(tracker, "last"));
    tracker.close();
    assertThat(ledger.ids()).containsExactly("last");
    tracker.close();
    tracker.record(event(tracker, "too late"));
    assertThat(tracker.stats().dropped()).isEqualTo(1);
  }

  @Test
  void asksForTheTokenBeforeEachRequest() {
    AtomicInteger asked = new AtomicInteger();
    try (UsageTracker tracker =
        Trackers.to(ledger.url()).token(() -> "token-" + asked.incrementAndGet()).start()) {
      tracker.record(event(tracker, "a"));
      tracker.flush(LONG);
      tracker.record(event(tracker, "b"));
      tracker.flush(LONG);
    }
    assertThat(ledger.seen())
        .extracting(Seen::authorization)
        .containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void aTokenThatIsNotThereYetIsWaitedFor() {
    AtomicInteger asked = new AtomicInteger();
    try (UsageTracker tracker =
        Trackers.to(ledger.url())
            .token(
                () -> {
                  if (asked.incrementAndGet() < 3) {
                    throw new IllegalStateException("vault is sealed");
                  }
                  return "secret";
                })
            .start()) {
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(tracker.stats().failures()).isEqualTo(2);
    }
  }

  @Test
  void whatIsNotTheEventsFaultIsTriedAgain() {
    for (int status : new int[] {401, 404, 408, 429, 500, 503}) {
      ledger.failNext(status, Map.of(), TestLedger.problem("x", "y"));
    }
    ledger.failNext(0, Map.of(), "");
    ledger.failNext(302, Map.of("Location", "http://127.0.0.1:1/v1/events"), "");
    try (UsageTracker tracker = Trackers.to(ledger.url()).start()) {
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(tracker.stats()).isEqualTo(new TrackerStats(1, 0, 0, 0, 1, 0, 8));
    }
    assertThat(ledger.ids()).containsExactly("a");
    assertThat(ledger.conflicts()).isEmpty();
  }

  @Test
  void comesBackWhenTheLedgerSaid() {
    ledger.failNext(429, Map.of("Retry-After", "1"), "");
    try (UsageTracker tracker = Trackers.to(ledger.url()).start()) {
      tracker.record(event(tracker, "a"));
      long before = System.nanoTime();
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(800).toNanos());
    }
  }

  @Test
  void tellsWhatTheLedgerRefused() {
    try (UsageTracker tracker = Trackers.to(ledger.url()).listener(told).start()) {
      tracker.record(event(tracker, "good"));
      tracker.record(unreadable(tracker, "bad"));
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(tracker.stats()).isEqualTo(new TrackerStats(2, 0, 0, 0, 1, 1, 0));
    }
    assertThat(told.rejected).hasSize(1);
    assertThat(told.rejected.get(0).eventId()).isEqualTo("bad");
    assertThat(told.rejected.get(0).orgId()).isEqualTo("acme");
    assertThat(told.rejected.get(0).code()).isEqualTo("unknown_usage_shape");
  }

  @Test
  void aBatchOfBadEventsAloneIsDoneWithToo() {
    try (UsageTracker tracker = Trackers.to(ledger.url()).listener(told).start()) {
      tracker.record(unreadable(tracker, "bad"));
      assertThat(tracker.flush(LONG)).isTrue();
    }
    assertThat(told.rejected).hasSize(1);
  }

  @Test
  void whatSpoilsABatchIsFoundAndGivenUp() {
    ledger.refuseWith("e5");
    try (UsageTracker tracker =
        Trackers.to(ledger.url()).linger(Duration.ofMillis(300)).listener(told).start()) {
      for (int i = 0; i < 8; i++) {
        tracker.record(event(tracker, "e" + i));
      }
      assertThat(tracker.flush(LONG)).isTrue();
    }
    assertThat(told.rejected).extracting(RejectedEvent::eventId).containsExactly("e5");
    assertThat(told.rejected.get(0).code()).isEqualTo("too_large");
    assertThat(ledger.ids()).containsExactly("e0", "e1", "e2", "e3", "e4", "e6", "e7");
  }

  @Test
  void anOrgOfAnotherTokenDoesNotKeepOthersWaiting() {
    ledger.permitOnly("acme");
    try (UsageTracker tracker = Trackers.to(ledger.url()).listener(told).start()) {
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(LONG)).isTrue();
      tracker.record(tracker.event().org("other").provider("openai").model("gpt-4o").build());
      tracker.record(event(tracker, "b"));
      assertThat(tracker.flush(LONG)).isTrue();
    }
    assertThat(ledger.ids()).containsExactly("a", "b");
    assertThat(told.rejected).extracting(RejectedEvent::code).containsExactly("forbidden");
  }

  @Test
  void aTokenWithoutPermissionLosesNothing() {
    ledger.permitOnly("other");
    try (UsageTracker tracker = Trackers.to(ledger.url()).listener(told).start()) {
      tracker.record(event(tracker, "a"));
      await().until(() -> tracker.stats().failures() > 3);
      ledger.permitOnly("acme");
      assertThat(tracker.flush(LONG)).isTrue();
    }
    assertThat(ledger.ids()).containsExactly("a");
    assertThat(told.rejected).isEmpty();
  }

  @Test
  void badEventsAreCountedAndToldAndNothingThrows() {
    UsageListener broken =
        new UsageListener() {
          @Override
          public void onInvalid(UsageEvent event, String problem) {
            told.onInvalid(event, problem);
            throw new IllegalStateException("a listener with a mistake");
          }
        };
    try (UsageTracker tracker = Trackers.to(ledger.url()).listener(broken).start()) {
      assertThatCode(
              () -> {
                tracker.record(null);
                tracker.record(tracker.event().inputTokens(-1).build());
              })
          .doesNotThrowAnyException();
      assertThat(tracker.stats().invalid()).isEqualTo(2);
    }
    assertThat(told.invalid).containsExactly("inputTokens must be from 0 to 10000000000");
    assertThat(ledger.seen()).isEmpty();
  }

  @Test
  void memoryHasABoundAndWhatIsBeyondIsCounted() throws Exception {
    UsageTracker tracker =
        Trackers.to(Trackers.nowhere())
            .maxMemoryBytes(64 * 1024)
            .closeWithin(Duration.ZERO)
            .listener(told)
            .start();
    for (int i = 0; i < 1_000; i++) {
      tracker.record(event(tracker, "e" + i));
    }
    assertThat(tracker.stats().dropped()).isBetween(700L, 900L);
    assertThat(told.dropped).hasSize((int) tracker.stats().dropped());
    tracker.close();
    assertThat(tracker.stats().dropped()).as("what was in memory is lost").isEqualTo(1_000);
  }

  @Test
  void flushSaysWhenItWasNotInTime() throws Exception {
    try (UsageTracker tracker =
        Trackers.to(Trackers.nowhere()).closeWithin(Duration.ZERO).start()) {
      tracker.record(event(tracker, "a"));
      assertThat(tracker.flush(Duration.ofMillis(50))).isFalse();
    }
  }

  /** rawUsage that no provider has: the library cannot know, the ledger does. */
  private static UsageEvent unreadable(UsageTracker tracker, String id) {
    return tracker
        .event()
        .eventId(id)
        .provider("openai")
        .model("gpt-4o")
        .rawUsage(Map.of("no", "tokens"))
        .build();
  }
}
