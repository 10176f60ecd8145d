package io.tokenledger.local.backfill.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.ReadEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

  private static final Map<String, String> SAID =
      Map.of("orgId", "acme", "provider", "openai", "modelName", "gpt-4o");

  @TempDir Path folder;

  @Test
  void columnsMayHaveAnyNames() {
    ReadEvents read =
        read(
            "when;who;prompt;answer;input_tokens\n2026-01-31;ann;12;3;99\n",
            ';',
            Map.of(
                "when",
                "occurredAt",
                "who",
                "user",
                "prompt",
                "inputTokens",
                "answer",
                "output_tokens"),
            SAID);
    JsonNode event = read.json(0);
    assertThat(event.path("userId").asText()).isEqualTo("ann");
    assertThat(event.path("occurredAt").asText()).isEqualTo("2026-01-31T00:00:00Z");
    assertThat(event.path("inputTokens").asInt()).as("--map goes first").isEqualTo(12);
    assertThat(event.path("outputTokens").asInt()).isEqualTo(3);
    assertThat(event.path("orgId").asText()).isEqualTo("acme");
  }

  @Test
  void columnsOfWhichNothingIsMadeAreSaid() {
    ReadEvents read = read("color,size,input_tokens\nred,1,2\n", ',', Map.of("size", "-"), SAID);
    assertThat(read.note)
        .isEqualTo(
            "Columns of which nothing is made: color. Name their fields by --map COLUMN=FIELD.");
  }

  @Test
  void whatCannotBeReadIsSaidBeforeAnythingIsSent() {
    assertRefused(
        "No column is provider: name it by --map COLUMN=provider, or say it for all rows by --set"
            + " provider=VALUE.",
        "org,model\no,m\n",
        Map.of());
    assertRefused(
        "There is no column colour for --map; there are org, provider, model.",
        "org,provider,model\n",
        Map.of("colour", "-"));
    assertRefused(
        "Both columns model and model_name are modelName: leave one out by --map model_name=-.",
        "org,provider,model,model_name\n",
        Map.of());
    assertRefused("The file is empty: CSV begins with a line of column names.", "", Map.of());
  }

  @Test
  void aQuoteThatIsNotClosedEndsTheFile() {
    String row = "o,p,\"" + "m".repeat(CsvRows.MAX_ROW_BYTES);
    assertRefused(
        "The row of line 2 is larger than 8,388,608 bytes, as when a quote is not closed: nothing"
            + " after it can be read.",
        "org,provider,model\n" + row,
        Map.of());
  }

  private void assertRefused(String sentence, String text, Map<String, String> map) {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> read(text, ',', map, Map.of()))
        .withMessage(sentence);
  }

  private ReadEvents read(
      String text, char delimiter, Map<String, String> map, Map<String, String> said) {
    try {
      Path file = Files.writeString(folder.resolve("usage.csv"), text);
      FormatOptions options =
          new FormatOptions(delimiter, map, ZoneOffset.UTC, false, BatchName.UNKNOWN);
      return ReadEvents.of(PastFormat.CSV, file, options, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
