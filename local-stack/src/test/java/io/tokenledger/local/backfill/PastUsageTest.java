package io.tokenledger.local.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.backfill.format.PastFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real shapes of files, and the events that become of them, to the byte. */
class PastUsageTest {

  private static final Map<String, String> ORG = Map.of("orgId", "acme");

  /** With {@code -Dpast-usage.renew} the expected events are written anew. */
  private static final boolean RENEW = System.getProperty("past-usage.renew") != null;

  @ParameterizedTest
  @CsvSource({
    "CSV, usage.csv",
    "NDJSON, usage.ndjson",
    "OPENAI_BATCH, openai-batch-output.jsonl",
    "ANTHROPIC_BATCH, anthropic-batch-results.jsonl",
    "LITELLM_SPEND_LOGS, litellm-spend-logs.ndjson",
    "LITELLM_SPEND_LOGS, litellm-spend-logs.csv"
  })
  void theSameFileGivesTheSameEvents(PastFormat format, String file) throws IOException {
    ReadEvents read = ReadEvents.ofResource(format, file, ORG);
    assertThat(read.refusals).isEmpty();
    Path expected = ReadEvents.resource("expected/" + file + ".events.ndjson");
    if (RENEW) {
      Files.write(expected, read.messages);
    }
    assertThat(read.messages).isEqualTo(Files.readAllLines(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_BATCH, openai-batch-output.jsonl",
    "ANTHROPIC_BATCH, anthropic-batch-results.jsonl",
    "LITELLM_SPEND_LOGS, litellm-spend-logs.ndjson",
    "LITELLM_SPEND_LOGS, litellm-spend-logs.csv"
  })
  void nothingThatPeopleWroteIsKept(PastFormat format, String file) throws IOException {
    assertThat(Files.readString(ReadEvents.resource(file))).contains("must not");
    assertThat(ReadEvents.ofResource(format, file, ORG).messages)
        .allSatisfy(
            message ->
                assertThat(message)
                    .doesNotContain("must not", "Mexico City", "content", "192.0.2.7"));
  }

  @Test
  void theTableIsTheSameAsCsvAndAsJson() {
    PastFormat format = PastFormat.LITELLM_SPEND_LOGS;
    assertThat(ReadEvents.ofResource(format, "litellm-spend-logs.csv", ORG).messages)
        .isEqualTo(ReadEvents.ofResource(format, "litellm-spend-logs.ndjson", ORG).messages);
  }

  @Test
  void aLineThatHasAllIsSentAsItStands() {
    ReadEvents read = ReadEvents.ofResource(PastFormat.NDJSON, "usage.ndjson", Map.of());
    assertThat(read.messages.get(0))
        .isEqualTo(
            "{\"eventId\": \"n-1\", "
                + " \"orgId\":\"acme\",\"provider\":\"openai\",\"model\":\"gpt-4o\",\"inputTokens\":1.2e1}");
  }

  @Test
  void theOrgThatIsSaidIsOfLinesThatNameNone() {
    ReadEvents read =
        ReadEvents.ofResource(PastFormat.NDJSON, "usage.ndjson", Map.of("orgId", "other"));
    assertThat(read.events).extracting(event -> event.orgId()).contains("acme", "other");
    assertThat(read.json(2).path("data").path("orgId").asText()).isEmpty();
    assertThat(read.events.get(2).orgId()).isEqualTo("acme");
  }

  @Test
  void eachWrongRowIsRefusedByItsLineAndField() {
    ReadEvents read = ReadEvents.ofResource(PastFormat.CSV, "wrong.csv", Map.of());
    assertThat(read.events).hasSize(1);
    assertThat(read.refusals)
        .extracting(each -> each.line() + " " + each.code() + " " + each.detail())
        .containsExactly(
            "3 invalid_field occurredAt must be a time with zone as in RFC 3339, such as"
                + " 2026-01-31T08:30:00Z",
            "4 invalid_field orgId must consist of A-Z, a-z, 0-9 and ._:-",
            "5 missing_field provider is required",
            "6 invalid_field inputTokens must be a whole number from 0 to 10000000000",
            "7 not_csv the row has 6 columns, the header has 7",
            "9 not_csv the row is no well-formed CSV; a quote that is not closed takes all that"
                + " follows");
    assertThat(read.counts.lines()).isEqualTo(7);
  }

  @Test
  void whatIsTooLateOrTellsNoTimeIsCounted() throws IOException {
    Path file = Files.createTempFile("late", ".ndjson");
    String event = "{\"eventId\":\"%s\",\"orgId\":\"o\",\"provider\":\"p\",\"modelName\":\"m\"%s}";
    Files.writeString(
        file,
        String.join(
            "\n",
            event.formatted("1", ",\"occurredAt\":\"2020-12-31T23:59:59Z\""),
            event.formatted("2", ",\"occurredAt\":\"2021-01-01T00:00:00Z\""),
            event.formatted("3", "")));
    ReadEvents read =
        ReadEvents.of(
            PastFormat.NDJSON,
            file,
            io.tokenledger.local.backfill.format.FormatOptions.DEFAULT,
            Map.of());
    assertThat(read.counts.tooLate()).isEqualTo(1);
    assertThat(read.counts.withoutTime()).isEqualTo(1);
    Files.delete(file);
  }
}
