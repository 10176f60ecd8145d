package io.tokenledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tokenledger.events.provider.ProviderUsage;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of an answer is as good to the ledger as the whole answer. */
class AnswerUsageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Not an answer, but a test's own writing of one. */
  private static final List<String> OTHERS =
      List.of("expected.json", "SOURCE.md", "xai-grpc-01.json");

  static Stream<Path> recorded() throws IOException, URISyntaxException {
    URI folder = AnswerUsageTest.class.getResource("/provider-usage").toURI();
    return Files.list(Path.of(folder))
        .filter(file -> !OTHERS.contains(file.getFileName().toString()))
        .sorted();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recorded")
  void theLedgerReadsTheSameOfIt(Path file) throws IOException {
    String text = Files.readString(file);
    boolean whole = file.toString().endsWith(".json");
    List<String> events = whole ? List.of(text) : events(text);
    UsageEventBuilder builder = UsageEvent.builder().org("o").provider("p").model("m");
    UsageEvent event = (whole ? builder.usageOf(text) : builder.usageOf(events)).build();
    assertThat(event.problem()).isEmpty();
    JsonNode kept = JSON.readTree(event.json()).path("rawUsage");
    Origin origin = Origin.of("openai", "m");
    NormalizedUsage expected = ProviderUsage.of(origin, whole ? JSON.readTree(text) : all(events));
    NormalizedUsage actual = ProviderUsage.of(origin, kept);
    assertThat(actual.tokens()).isEqualTo(expected.tokens());
    assertThat(actual.units()).isEqualTo(expected.units());
    assertThat(actual.serviceTier()).isEqualTo(expected.serviceTier());
    assertThat(kept.toString()).doesNotContain("\"content\":[{").doesNotContain("\"text\":\"");
  }

  @Test
  void anAnswerThatTellsNothingMakesTheEventPartial() {
    for (String answer : new String[] {"", "[DONE]", "{\"choices\":[]}", "{broken", null}) {
      UsageEvent event =
          UsageEvent.builder().org("o").provider("p").model("m").usageOf(answer).build();
      assertThat(event.json()).contains("\"usageSource\":\"partial\"").doesNotContain("rawUsage");
    }
  }

  private static List<String> events(String stream) {
    List<String> events = new ArrayList<>();
    for (String line : stream.split("\\R")) {
      String data = line.startsWith("data:") ? line.substring("data:".length()) : line;
      if (!line.startsWith("event:")) {
        events.add(data.strip());
      }
    }
    return events;
  }

  private static ArrayNode all(List<String> events) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    for (String event : events) {
      if (event.startsWith("{")) {
        all.add(JSON.readTree(event));
      }
    }
    return all;
  }
}
