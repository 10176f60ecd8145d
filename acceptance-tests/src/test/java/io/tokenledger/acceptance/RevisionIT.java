package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes of a call, and in whatever order: its highest revision counts, once. */
class RevisionIT {

  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final int CALLS = 40;

  private final String org = "revision-" + UUID.randomUUID().toString().substring(0, 8);
  private final RunningLedger ledger = RunningLedger.shared();
  private final Api api = ledger.api();

  /**
   * Growing snapshots of streamed calls: the first, the last before the one before it, and again. A
   * third of them turns out to be of another model and user, a third did not happen.
   */
  @Test
  void theHighestCountsInReportsAndDetails(@TempDir Path folder) throws IOException {
    send(folder, IntStream.range(0, CALLS).mapToObj(call -> event(call, 0)));
    await().atMost(SECONDS).until(() -> total("requestCount") == CALLS);

    send(folder, IntStream.range(0, CALLS).mapToObj(call -> event(call, 2)));
    send(folder, IntStream.range(0, CALLS).mapToObj(call -> event(call, 1)));
    send(folder, IntStream.range(0, CALLS).mapToObj(call -> event(call, 2)));

    int voided = (CALLS + 2) / 3;
    await().atMost(SECONDS).until(() -> total("requestCount") == CALLS - voided);
    assertThat(total("inputTokens")).isEqualTo(3_000L * (CALLS - voided));
    assertThat(total("outputTokens")).isEqualTo(20L * (CALLS - voided));
    assertThat(costOf("gpt-4o-mini")).isEqualTo(costMicros("0.15", "0.6") * movedCalls());
    assertThat(costOf("gpt-4o"))
        .isEqualTo(costMicros("2.5", "10") * (CALLS - voided - movedCalls()));
    await()
        .atMost(SECONDS)
        .untilAsserted(() -> assertThat(ledger.tables().drift(List.of(org))).isEmpty());

    JsonNode revisions = get("/analytics/details/call-1/revisions").required("revisions");
    assertThat(revisions)
        .extracting(line -> line.required("revision").longValue())
        .contains(2L, 0L);
    assertThat(get("/analytics/details?limit=1").required("total").longValue()).isEqualTo(CALLS);
  }

  private static long movedCalls() {
    return IntStream.range(0, CALLS).filter(call -> call % 3 == 1).count();
  }

  /** Of 3,000 tokens in and 20 out, at prices per million. */
  private static long costMicros(String input, String output) {
    return Math.round(3_000 * Double.parseDouble(input) + 20 * Double.parseDouble(output));
  }

  private String event(int call, int revision) {
    boolean last = revision == 2;
    return """
        {"eventId":"call-%d","orgId":"%s","revision":%d,"voided":%s,"userId":"%s","provider":"openai",\
        "modelName":"%s","inputTokens":%d,"outputTokens":%d,"durationMs":%d,"conversationId":"c-%d",\
        "metadata":{"storyId":"%s"}}"""
        .formatted(
            call,
            org,
            revision,
            last && call % 3 == 0,
            last && call % 3 == 1 ? "ann" : "bob",
            last && call % 3 == 1 ? "gpt-4o-mini" : "gpt-4o",
            1_000 * (revision + 1),
            10 * revision,
            100 * (revision + 1),
            call % 5,
            last ? "S-2" : "S-1");
  }

  private void send(Path folder, Stream<String> events) throws IOException {
    Path file = Files.write(folder.resolve("events"), events.toList());
    ledger.command().run("send", "--file", file.toString());
  }

  private long costOf(String model) {
    return sum(get("/analytics/usage?modelName=" + model), "estimatedCostMicros");
  }

  private long total(String counter) {
    return sum(get("/analytics/usage"), counter);
  }

  private static long sum(JsonNode answer, String counter) {
    long total = 0;
    for (JsonNode row : answer.required("usage")) {
      total += row.required(counter).longValue();
    }
    return total;
  }

  private JsonNode get(String path) {
    Api.Answer answer = api.get(Component.USAGE_QUERY, "/orgs/" + org + path, api.superadmin());
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.json();
  }
}
