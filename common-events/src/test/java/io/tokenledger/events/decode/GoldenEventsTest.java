package io.tokenledger.events.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.support.GoldenFiles;
import io.tokenledger.events.support.GoldenFiles.Golden;
import io.tokenledger.events.support.RecordJson;
import io.tokenledger.events.support.SampleEvents;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old events still decode to the same values, and to the same payload hash: it is stored, and
 * another one would turn a retry into a conflict.
 */
class GoldenEventsTest {

  @ParameterizedTest
  @MethodSource
  void decodesToTheSame(Golden golden) {
    UsageEvent event =
        new UsageEventDecoder()
            .decode(golden.message(), headers(golden), SampleEvents.SENT_AT, SampleEvents.NOW);
    assertThat(RecordJson.of(event).toPrettyString()).isEqualTo(golden.expected().toPrettyString());
  }

  @Test
  void everyKindIsThere() throws IOException {
    assertThat(GoldenFiles.files("events"))
        .contains(
            "v1-minimal.json",
            "v1-full.json",
            "v1-alias-model.json",
            "v1-nulls-and-unknown-fields.json",
            "v1-raw-usage.json",
            "v1-units.json",
            "v1-failed.json",
            "cloudevent-structured.json",
            "cloudevent-binary.json")
        .filteredOn(file -> file.startsWith("v1-feature-"))
        .extracting(file -> file.replaceAll("v1-feature-|\\.json", ""))
        .contains("chat", "playground", "experiment", "rag", "tools", "embedding", "custom");
  }

  private static Map<String, String> headers(Golden golden) {
    Map<String, String> headers = new TreeMap<>();
    golden
        .content()
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
    return headers;
  }

  static Stream<Golden> decodesToTheSame() throws IOException {
    return GoldenFiles.in("events");
  }
}
