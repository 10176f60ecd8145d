package io.tokenledger.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.backfill.source.SourceLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCheckTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final String EVENT =
      "{\"eventId\":\"%s\",\"orgId\":\"acme\",\"provider\":\"openai\",\"modelName\":\"gpt-4o\","
          + "\"occurredAt\":\"%s\"%s}";
  private static final String DAY = "2026-01-31T08:30:00Z";

  @Test
  void whatPeopleReadNamesTokensAndCost() throws IOException {
    assertThat(lines(EVENT.formatted("1", DAY, ",\"inputTokens\":1200,\"cacheReadTokens\":1000")))
        .containsExactly(
            "line 1: accepted, openai gpt-4o, inputTokens 1200, cacheReadTokens 1000, 0.001750000"
                + " USD");
    assertThat(
            lines(EVENT.replace("gpt-4o", "own-model").formatted("1", DAY, ",\"inputTokens\":1")))
        .containsExactly("line 1: accepted, openai own-model, inputTokens 1, no price is listed");
    assertThat(lines(EVENT.formatted("1", DAY, ",\"estimatedCostMicros\":5")))
        .containsExactly(
            "line 1: accepted, openai gpt-4o, no tokens, 0.000005000 USD (producer_reported)");
  }

  @Test
  void aLineThatComesAgainIsComparedWithTheFirst() throws IOException {
    assertThat(
            lines(
                EVENT.formatted("1", DAY, ""),
                "",
                EVENT.formatted("1", DAY, ",\"unknown\":1"),
                EVENT.formatted("1", DAY, ",\"inputTokens\":1")))
        .extracting(line -> line.replaceFirst(", openai.*", ""))
        .containsExactly(
            "line 1: accepted",
            "line 3: duplicate (is the same as line 1)",
            "line 4: refused, conflict: eventId is that of line 1, which says something else; a new"
                + " call needs a new id");
  }

  @Test
  void theWindowIsOfWholeDays() throws IOException {
    assertThat(
            lines(
                EVENT.formatted("1", "2021-01-31T00:00:00Z", ""),
                EVENT.formatted("2", "2021-01-30T23:59:59Z", "")))
        .extracting(line -> line.replaceFirst(",.*", ""))
        .containsExactly("line 1: accepted", "line 2: refused");
  }

  @Test
  void whatCostsTooMuchIsRefused() throws IOException {
    String calls = ",\"inputTokens\":10000000000,\"outputTokens\":10000000000";
    assertThat(lines(EVENT.replace("gpt-4o", "o1-pro").formatted("1", DAY, calls)))
        .containsExactly(
            "line 1: refused, cost_out_of_range: the event would cost more than one million"
                + " dollars");
  }

  /** Nothing in an event begins a line of its own, or steers a terminal. */
  @Test
  void aVerdictStaysOnItsLine() throws IOException {
    String event =
        EVENT.replace("gpt-4o", "gpt\\nline 2: accepted\\u001b[2J").formatted("1", DAY, "");
    assertThat(lines(event)).singleElement().asString().doesNotContain("\n", "\u001b");
  }

  @Test
  void eventsBeyondWhatIsRememberedAreTakenForNew() throws IOException {
    SeenEvents seen = new SeenEvents(1);
    List<Verdict> verdicts = verdicts(EVENT.formatted("1", DAY, ""), EVENT.formatted("2", DAY, ""));
    verdicts.forEach(each -> seen.add(each.line(), each.event()));
    assertThat(seen.isFull()).isTrue();
    assertThat(seen.add(3, verdicts.get(0).event()).outcome()).isEqualTo(Verdict.Outcome.DUPLICATE);
    assertThat(seen.add(4, verdicts.get(1).event()).outcome()).isEqualTo(Verdict.Outcome.ACCEPTED);
  }

  private static List<String> lines(String... events) throws IOException {
    return verdicts(events).stream().map(VerdictLine::of).toList();
  }

  private static List<Verdict> verdicts(String... events) throws IOException {
    byte[] text = String.join("\n", events).getBytes(StandardCharsets.UTF_8);
    SourceLines lines = SourceLines.of(new ByteArrayInputStream(text), text.length);
    EventCheck check = new EventCheck(NOW, 1826);
    List<Verdict> verdicts = new ArrayList<>();
    while (lines.next()) {
      check.check(lines).ifPresent(verdicts::add);
    }
    return verdicts;
  }
}
