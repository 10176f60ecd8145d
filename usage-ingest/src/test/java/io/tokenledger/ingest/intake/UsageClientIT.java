package io.tokenledger.ingest.intake;

import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tokenledger.client.Gzip;
import io.tokenledger.client.RejectedEvent;
import io.tokenledger.client.UsageContext;
import io.tokenledger.client.UsageListener;
import io.tokenledger.client.UsageTracker;
import io.tokenledger.client.UsageTrackerBuilder;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java client in a Quarkus app, which is this one: what it sends is recorded. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class UsageClientIT {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final String org = "org-" + UUID.randomUUID();
  private final List<RejectedEvent> rejected = new CopyOnWriteArrayList<>();
  @TempDir private Path directory;

  @Test
  void whatItRecordsIsInTheLedgerOnce() {
    try (UsageTracker tracker = tracker().journal(directory).gzip(Gzip.ALWAYS).start()) {
      String answer =
          tracker.call(
              "agent.reviewer",
              UsageContext.of("openai", "gpt-4o").user("ann").tag("storyId", "42"),
              () -> "{\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2}}",
              (body, event) -> event.usageOf(body));
      assertThat(answer).isNotEmpty();
      for (int i = 0; i < 50; i++) {
        tracker.record(
            tracker.event().eventId("e" + i % 25).provider("openai").model("gpt-4o").build());
      }
      assertThat(tracker.flush(LONG)).isTrue();
      assertThat(tracker.stats().accepted()).isEqualTo(51);
    }
    await().atMost(LONG).untilAsserted(() -> assertThat(usageOf(org)).hasSize(26));
    RecordedUsage called = only("ann");
    assertThat(called.tokens().total()).isEqualTo(9);
    assertThat(called.call().activity()).isEqualTo("agent.reviewer");
  }

  @Test
  void itTellsWhatTheIntakeRefuses() {
    try (UsageTracker tracker = tracker().start()) {
      tracker.record(
          tracker.event().provider("openai").model("m").rawUsage(Map.of("no", "tokens")).build());
      tracker.record(tracker.event().eventId("good").provider("openai").model("m").build());
      tracker.record(tracker.event().org("another").provider("openai").model("m").build());
      assertThat(tracker.flush(LONG)).isTrue();
    }
    assertThat(rejected)
        .extracting(RejectedEvent::code)
        .containsExactlyInAnyOrder("unknown_usage_shape", "forbidden");
    await().atMost(LONG).untilAsserted(() -> assertThat(usageOf(org)).hasSize(1));
  }

  private RecordedUsage only(String user) {
    return usageOf(org).stream()
        .filter(usage -> usage.call().userId().equals(user))
        .findFirst()
        .orElseThrow();
  }

  private UsageTrackerBuilder tracker() {
    return UsageTracker.builder("http://127.0.0.1:" + RestAssured.port)
        .token(TestTokens.token("app", Map.of(org, "admin"), "events:write"))
        .org(org)
        .listener(
            new UsageListener() {
              @Override
              public void onRejected(RejectedEvent event) {
                rejected.add(event);
              }
            });
  }
}
