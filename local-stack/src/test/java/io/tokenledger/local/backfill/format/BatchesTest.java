package io.tokenledger.local.backfill.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.TokenClass;
import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.ReadEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchesTest {

  private static final Map<String, String> ORG = Map.of("orgId", "acme");

  @TempDir Path folder;

  @Test
  void theBatchGivesIdsTimesAndTheSum() {
    BatchName batch = BatchName.of(ReadEvents.resource("openai-batch.json"));
    assertThat(batch.endedAt()).contains(Instant.ofEpochSecond(1784095100));
    ReadEvents read = openAi(batch, ORG);
    assertThat(read.events)
        .extracting(event -> event.eventId())
        .containsExactly(
            "batch:batch_68c8f34a:chat-1",
            "batch:batch_68c8f34a:answer-1",
            "batch:batch_68c8f34a:vector-1",
            "batch:batch_68c8f34a:answer-2");
    assertThat(read.events.get(2).occurredAt()).isEqualTo(batch.endedAt().get());
    long[] tokens = read.counts.tokens();
    assertThat(tokens[TokenClass.INPUT.ordinal()] + tokens[TokenClass.EMBEDDING.ordinal()])
        .isEqualTo(batch.usage().path("input_tokens").asLong());
    assertThat(tokens[TokenClass.OUTPUT.ordinal()])
        .isEqualTo(batch.usage().path("output_tokens").asLong());
  }

  @Test
  void eachLineIsServedAsABatch() {
    assertThat(openAi(BatchName.UNKNOWN, ORG).events)
        .extracting(event -> event.serving().serviceTier())
        .containsOnly("batch");
    assertThat(
            ReadEvents.ofResource(PastFormat.ANTHROPIC_BATCH, "anthropic-batch-results.jsonl", ORG)
                .events)
        .extracting(event -> event.serving().serviceTier())
        .containsOnly("batch");
  }

  @Test
  void toolsThatAreBilledByTheCallAreCounted() {
    assertThat(openAi(BatchName.UNKNOWN, ORG).events.get(3).units()).containsKey("webSearches");
  }

  @Test
  void anotherProviderMayHaveTheSameApi() {
    assertThat(openAi(BatchName.UNKNOWN, Map.of("orgId", "o", "provider", "azure")).events)
        .extracting(event -> event.call().provider())
        .containsOnly("azure");
  }

  @Test
  void whatIsNotBilledIsNotCounted() {
    assertThat(openAi(BatchName.UNKNOWN, ORG).counts.notCounted())
        .containsOnly(
            Map.entry("moderations are free", 1L),
            Map.entry("the request failed or was not done: it is not billed", 2L));
  }

  @Test
  void otherLinesAreRefusedWithoutWhatIsInThem() throws IOException {
    Path file = folder.resolve("output.jsonl");
    Files.writeString(
        file,
        String.join(
            "\n",
            "{\"prompt\":\"secret\"}",
            "{\"custom_id\":\"1\",\"response\":{\"status_code\":200,\"body\":{\"model\":\"m\"}}}",
            "{\"custom_id\":\"1\",\"response\":{\"secret",
            "[1]",
            "",
            "{\"custom_id\":\"1\",\"response\":{\"status_code\":200,\"body\":{\"model\":\"m\","
                + "\"id\":\"x\",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}}} {}"));
    ReadEvents read = ReadEvents.of(PastFormat.OPENAI_BATCH, file, FormatOptions.DEFAULT, ORG);
    assertThat(read.refusals)
        .extracting(each -> each.line() + " " + each.code())
        .containsExactly(
            "1 not_an_object",
            "2 missing_field",
            "3 not_json",
            "4 not_an_object",
            "6 not_an_object");
    assertThat(read.refusals).noneMatch(each -> each.detail().contains("secret"));
  }

  /** A line of embeddings may be larger than memory; what is kept of it is small. */
  @Test
  void aLineMayBeLargerThanAnEvent() throws IOException {
    Path file = folder.resolve("output.jsonl");
    String vector = "0.123456,".repeat(400_000) + "1";
    Files.writeString(
        file,
        "{\"id\":\"batch_req_1\",\"custom_id\":\"1\",\"response\":{\"status_code\":200,\"body\":{"
            + "\"object\":\"list\",\"data\":[{\"embedding\":["
            + vector
            + "]}],\"model\":\"text-embedding-3-small\",\"usage\":{\"prompt_tokens\":4,"
            + "\"total_tokens\":4}}},\"error\":null}\n");
    ReadEvents read = ReadEvents.of(PastFormat.OPENAI_BATCH, file, FormatOptions.DEFAULT, ORG);
    assertThat(read.events).hasSize(1);
    assertThat(read.messages.get(0)).hasSizeLessThan(500);
  }

  @Test
  void whatIsNoBatchIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("b.json"), "{}");
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> BatchName.of(file))
        .withMessageEndingWith("is no batch object: it has no id, such as batch_68c8f34a.");
  }

  @Test
  void theCostOfLiteLlmCountsWhereItIsTrusted() {
    Path file = ReadEvents.resource("litellm-spend-logs.ndjson");
    FormatOptions trusting =
        new FormatOptions(',', Map.of("team_id", "orgId"), ZoneOffset.UTC, true, BatchName.UNKNOWN);
    ReadEvents read = ReadEvents.of(PastFormat.LITELLM_SPEND_LOGS, file, trusting, ORG);
    JsonNode first = read.json(0);
    assertThat(first.path("estimatedCostUsd").asText()).isEqualTo("0.0033");
    assertThat(first.path("orgId").asText()).isEqualTo("t-1");
    assertThat(read.json(1).path("orgId").asText()).isEqualTo("acme");
  }

  private static ReadEvents openAi(BatchName batch, Map<String, String> said) {
    FormatOptions options = new FormatOptions(',', Map.of(), ZoneOffset.UTC, false, batch);
    return ReadEvents.of(
        PastFormat.OPENAI_BATCH, ReadEvents.resource("openai-batch-output.jsonl"), options, said);
  }
}
