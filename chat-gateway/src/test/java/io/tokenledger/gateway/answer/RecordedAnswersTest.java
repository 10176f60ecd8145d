package io.tokenledger.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tokenledger.events.provider.ProviderUsage;
import io.tokenledger.events.provider.tally.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded responses of common-events: what the tap keeps of each says the same to the ledger
 * as the whole.
 */
class RecordedAnswersTest {

  private static final Path RECORDED =
      Path.of("..", "common-events", "src", "test", "resources", "provider-usage");

  /** No answer, and one of Bedrock's own API, which does not go through the gateway. */
  private static final Set<String> OTHERS = Set.of("expected.json", "bedrock-meta-invoke-01.json");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(RECORDED)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".md") && !OTHERS.contains(name))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatIsKeptSaysTheSameAsTheWhole(String file) throws IOException {
    byte[] upstream = Files.readAllBytes(RECORDED.resolve(file));
    PassedAnswer passed = PassedAnswer.byteWise(PassedAnswer.tap(file), upstream);
    assertThat(passed.client()).isEqualTo(upstream);
    Origin origin = Origin.of(file.substring(0, file.indexOf('-')), "");
    ArrayNode kept = JSON.createArrayNode().addAll(passed.reading().usageChunks());
    assertThat(ProviderUsage.of(origin, kept)).isEqualTo(ProviderUsage.of(origin, whole(file)));
  }

  private static JsonNode whole(String file) throws IOException {
    String text = Files.readString(RECORDED.resolve(file), StandardCharsets.UTF_8);
    if (file.endsWith(".json")) {
      return JSON.readTree(text);
    }
    ArrayNode chunks = JSON.createArrayNode();
    for (String line : text.lines().toList()) {
      String data = line.startsWith("data:") ? line.substring("data:".length()).strip() : "";
      String document = file.endsWith(".sse") ? data : line;
      if (!document.isBlank() && !document.equals("[DONE]")) {
        chunks.add(JSON.readTree(document));
      }
    }
    return chunks;
  }
}
