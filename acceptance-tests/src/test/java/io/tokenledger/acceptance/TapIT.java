package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tokenledger tap}, as a person uses it. */
class TapIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir Path folder;

  private final String org = "tapped-" + UUID.randomUUID();

  @Test
  void whatIsRecordedIsPrintedAsJson() {
    send(3);
    List<JsonNode> recorded = tap(Topics.USAGE_RECORDED, "3");
    assertThat(recorded).extracting(each -> each.get("orgId").asText()).containsOnly(org);
    assertThat(recorded)
        .extracting(each -> each.get("eventId").asText())
        .containsExactlyInAnyOrder("e-0", "e-1", "e-2");
    assertThat(recorded)
        .allSatisfy(each -> assertThat(each.get("costNanos").isIntegralNumber()).isTrue())
        .allSatisfy(each -> assertThat(each.get("occurredAt").asText()).endsWith("Z"));
  }

  @Test
  void aDeadLetterIsPrintedWithItsReason() {
    send("{\"eventId\":\"e-1\",\"orgId\":\"%s\"}".formatted(org));
    JsonNode letter = tap(Topics.DEAD_LETTERS, "1").get(0);
    assertThat(letter.get("headers").get("dlq-reason").asText()).isEqualTo("missing_field");
    assertThat(letter.get("value").get("eventId").asText()).isEqualTo("e-1");
  }

  @Test
  void itFollowsUntilItIsInterrupted() throws IOException, InterruptedException {
    Process tap = LEDGER.command().start("tap", Topics.USAGE_EVENTS, "--org", org);
    try (BufferedReader printed = tap.inputReader(StandardCharsets.UTF_8);
        BufferedReader told = tap.errorReader(StandardCharsets.UTF_8)) {
      assertThat(told.readLine()).isEqualTo("What comes on usage.events from now on:");
      send(1);
      assertThat(printed.readLine()).startsWith("{\"eventId\":\"e-0\"").contains(org);
      // That of the process itself would close what is still to be read.
      tap.toHandle().destroy();
      assertThat(tap.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(tap.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(told.readLine()).isNull();
    } finally {
      tap.destroyForcibly();
    }
  }

  private List<JsonNode> tap(String topic, String max) {
    return LEDGER
        .command()
        .run("tap", topic, "--from-beginning", "--org", org, "--max", max)
        .lines()
        .map(TapIT::json)
        .toList();
  }

  private void send(int events) {
    send(
        IntStream.range(0, events)
            .mapToObj(
                i ->
                    "{\"eventId\":\"e-%d\",\"orgId\":\"%s\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\"}"
                        .formatted(i, org))
            .toArray(String[]::new));
  }

  private void send(String... lines) {
    try {
      Path file = Files.write(folder.resolve("events.ndjson"), List.of(lines));
      LEDGER.command().run("send", "--file", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
