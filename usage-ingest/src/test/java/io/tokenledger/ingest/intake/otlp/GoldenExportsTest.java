package io.tokenledger.ingest.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.ingest.intake.otlp.export.JsonExport;
import io.tokenledger.ingest.intake.otlp.export.ProtobufExport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What real instrumentations sent, and what comes of it. How the exports were made is told beside
 * them.
 */
class GoldenExportsTest {

  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  private static final SpanIntake INTAKE = new SpanIntake(Set.of());

  static Stream<String> exports() {
    return text("expected.txt")
        .lines()
        .filter(line -> line.startsWith("# "))
        .map(s -> s.substring(2));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void eachCallCountsOnceWithItsTokens(String name) {
    List<String> seen = told(INTAKE.count(JsonExport.read(bytes(name + ".json")), "acme", NOW));
    assertThat(String.join("\n", seen)).isEqualTo(String.join("\n", expected(name)));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void bothEncodingsMakeTheSameEvents(String name) throws IOException {
    if (GoldenExportsTest.class.getResource("/otlp/" + name + ".pb") == null) {
      return;
    }
    byte[] protobuf = bytes(name + ".pb");
    List<String> events = events(INTAKE.count(ProtobufExport.read(protobuf), "acme", NOW));
    assertThat(events)
        .isNotEmpty()
        .isEqualTo(events(INTAKE.count(JsonExport.read(bytes(name + ".json")), "acme", NOW)));

    byte[] rewritten = OtlpJson.of(ExportTraceServiceRequest.parseFrom(protobuf));
    assertThat(events(INTAKE.count(JsonExport.read(rewritten), "acme", NOW))).isEqualTo(events);
  }

  /** What people wrote and what models answered is in the exports, and in no event. */
  @ParameterizedTest
  @MethodSource("exports")
  void noEventHoldsWhatWasSaid(String name) {
    assertThat(events(INTAKE.count(JsonExport.read(bytes(name + ".json")), "acme", NOW)))
        .noneMatch(event -> event.contains("Hello.") || event.contains("\"Hi"));
  }

  private static List<String> events(CountedSpans counted) {
    return counted.events().stream()
        .map(ValidEvent::message)
        .map(message -> new String(message, StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }

  private static List<String> told(CountedSpans counted) {
    List<String> lines =
        new ArrayList<>(events(counted).stream().map(GoldenExportsTest::line).sorted().toList());
    Map<String, Integer> uncounted = new TreeMap<>();
    counted.uncounted().forEach((role, spans) -> uncounted.put(role.code(), spans));
    uncounted.values().removeIf(spans -> spans == 0);
    lines.add(
        "not counted "
            + uncounted
            + (counted.rejected() > 0 ? " rejected " + counted.reasons() : ""));
    return lines;
  }

  private static String line(String event) {
    JsonNode json = json(event);
    StringBuilder line = new StringBuilder();
    line.append(json.path("provider").asText()).append(' ').append(json.path("modelName").asText());
    for (String field :
        List.of(
            "feature",
            "inputTokens",
            "cacheReadTokens",
            "cacheWriteTokens",
            "outputTokens",
            "reasoningTokens",
            "embeddingTokens",
            "units",
            "usageSource",
            "serviceTier",
            "success",
            "errorMessage",
            "userId",
            "conversationId",
            "activity",
            "messageId")) {
      if (json.has(field)) {
        line.append(' ')
            .append(field)
            .append('=')
            .append(json.get(field).isTextual() ? json.get(field).asText() : json.get(field));
      }
    }
    return line.append(json.has("timeToFirstTokenMs") ? " ttft" : "").toString();
  }

  private static JsonNode json(String event) {
    try {
      return EventJson.READER.readTree(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> expected(String name) {
    List<String> lines = text("expected.txt").lines().toList();
    int from = lines.indexOf("# " + name) + 1;
    int to = from;
    while (to < lines.size() && !lines.get(to).startsWith("# ")) {
      to++;
    }
    return lines.subList(from, to).stream().filter(line -> !line.isBlank()).toList();
  }

  private static String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String file) {
    try (InputStream in = GoldenExportsTest.class.getResourceAsStream("/otlp/" + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
