package io.tokenledger.events.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tokenledger.events.Money;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.provider.response.UsageLocation;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded response gives the counts that {@code expected.json} states for it. */
class RecordedResponsesTest {

  private static final Set<String> EMBEDDING_KINDS = Set.of("emb", "gem_emb", "coh_emb");

  record Sample(String file, String kind, JsonNode expected) {

    /** As producers name it: the first word of the file. */
    String provider() {
      String name = file.substring(0, file.indexOf('-'));
      return name.equals("gemini") ? "google" : name.replace("vertex", "vertex_ai");
    }

    long number(String field) {
      return expected.path(field).asLong(0);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static List<Sample> samples() {
    return RecordedResponses.read("expected.json")
        .valueStream()
        .map(s -> new Sample(s.get("file").asText(), s.get("kind").asText(), s.get("expected")))
        .toList();
  }

  /** The whole response, the provider named. */
  @ParameterizedTest
  @MethodSource("samples")
  void countsTheResponse(Sample sample) {
    check(
        sample,
        ProviderUsage.of(Origin.of(sample.provider(), ""), RecordedResponses.read(sample.file())));
  }

  /** The shape alone decides, save where only the provider's name can: hidden thoughts. */
  @ParameterizedTest
  @MethodSource("samples")
  void countsTheResponseOfAnUnlistedProvider(Sample sample) {
    if (!sample.file().equals("google-openai-compat-01.json")) {
      check(
          sample,
          ProviderUsage.of(Origin.of("acme-gateway", ""), RecordedResponses.read(sample.file())));
    }
  }

  /** The bare block counts like the response around it. */
  @ParameterizedTest
  @MethodSource("samples")
  void countsTheBareBlock(Sample sample) {
    JsonNode response = RecordedResponses.read(sample.file());
    if (response.isObject()) {
      check(
          sample,
          ProviderUsage.of(
              Origin.of(sample.provider(), ""), UsageLocation.block(response).orElse(response)));
    }
  }

  /** A proxy may repeat the last chunk, a client may keep a stream twice: counts are cumulative. */
  @ParameterizedTest
  @MethodSource("samples")
  void countsAStreamThatRepeatsItselfOnce(Sample sample) {
    JsonNode response = RecordedResponses.read(sample.file());
    if (response instanceof ArrayNode chunks) {
      ArrayNode twice = chunks.deepCopy().addAll(chunks);
      check(sample, ProviderUsage.of(Origin.of(sample.provider(), ""), twice));
    }
  }

  /** No chunk is worth more for being the last one. */
  @ParameterizedTest
  @MethodSource("samples")
  void countsAStreamInAnyOrder(Sample sample) {
    JsonNode response = RecordedResponses.read(sample.file());
    if (response instanceof ArrayNode chunks) {
      ArrayNode reversed = RecordedResponses.JSON.createArrayNode();
      for (int i = chunks.size() - 1; i >= 0; i--) {
        reversed.add(chunks.get(i));
      }
      check(sample, ProviderUsage.of(Origin.of(sample.provider(), ""), reversed));
    }
  }

  /** Only one recorded response leaves something open besides the two with an advisor. */
  @Test
  void whatIsRecordedIsWholeSaveForThree() {
    assertThat(samples())
        .filteredOn(
            s ->
                !ProviderUsage.of(Origin.of(s.provider(), ""), RecordedResponses.read(s.file()))
                    .complete())
        .extracting(Sample::file)
        .containsExactlyInAnyOrder(
            "openrouter-stream-01.sse", "anthropic-messages-03.json", "anthropic-stream-03.sse");
  }

  @Test
  void everyRecordedFileHasAnExpectation() throws IOException {
    Path folder = Path.of("src/test/resources/provider-usage");
    Set<String> besides = Set.of("expected.json", "SOURCE.md");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !besides.contains(f)))
          .containsExactlyInAnyOrderElementsOf(samples().stream().map(Sample::file).toList());
    }
  }

  private static void check(Sample sample, NormalizedUsage usage) {
    TokenCounts tokens = usage.tokens();
    SoftAssertions.assertSoftly(
        softly -> {
          softly.assertThat(tokens).as("all counts").isEqualTo(expectedTokens(sample));
          softly
              .assertThat(usage.units().getOrDefault("requests", BigDecimal.ZERO))
              .as("search units")
              .isEqualByComparingTo(BigDecimal.valueOf(sample.number("search_units")));
          softly.assertThat(usage.costNanos()).as("cost").isEqualTo(expectedCost(sample));
          Invariants.check(usage);
        });
  }

  /**
   * Ours are disjoint where the samples are not: embedded tokens stand beside the input, cached
   * audio is a cache read, reasoning ends at the output it is a part of.
   */
  private static TokenCounts expectedTokens(Sample sample) {
    boolean embedding = EMBEDDING_KINDS.contains(sample.kind());
    long input = sample.number("input_total");
    long output = sample.number("output_total");
    return TokenCounts.inOrder(
        embedding ? 0 : input,
        output,
        sample.number("cached_read"),
        sample.number("cache_write"),
        sample.number("cache_write_1h"),
        sample.number("input_audio") - sample.number("cached_audio"),
        Math.min(sample.number("reasoning"), output),
        0,
        embedding ? input : 0,
        0,
        0,
        sample.number("cached_audio"));
  }

  private static OptionalLong expectedCost(Sample sample) {
    if (!sample.expected().has("provider_reported_cost_usd")) {
      return OptionalLong.empty();
    }
    BigDecimal usd = new BigDecimal(sample.expected().get("provider_reported_cost_usd").asText());
    return OptionalLong.of(Money.nanosFromUsd(usd));
  }
}
