package io.tokenledger.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.decode.UsageEventDecoder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UsageEventTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant THEN = Instant.parse("2026-03-01T10:15:30.123456789Z");

  @Test
  void hasEveryFieldAsTheLedgerNamesIt() throws Exception {
    UsageEventBuilder builder =
        minimal()
            .eventId("e-1")
            .user("ann")
            .feature("rag")
            .activity("agent.reviewer")
            .category("review")
            .conversation("c-1")
            .message("m-1")
            .apiKeyId("key-1")
            .tag("storyId", "42")
            .requestCount(2)
            .unit("webSearches", new BigDecimal("3"))
            .serviceTier("flex")
            .costUsd(new BigDecimal("0.0123"))
            .duration(Duration.ofMillis(1500))
            .timeToFirstToken(Duration.ofMillis(300))
            .success(false)
            .errorMessage("RateLimitException")
            .usageSource(UsageSource.ESTIMATED)
            .occurredAt(THEN);
    JsonNode json = JSON.readTree(builder.build().json());
    JsonNode expected =
        JSON.readTree(
            """
            {"orgId":"acme","provider":"openai","modelName":"gpt-4o","eventId":"e-1","userId":"ann",
            "feature":"rag","activity":"agent.reviewer","category":"review","conversationId":"c-1",
            "messageId":"m-1","apiKeyId":"key-1","metadata":{"storyId":"42"},"requestCount":2,
            "units":{"webSearches":3},"serviceTier":"flex","estimatedCostUsd":"0.0123",
            "durationMs":1500,"timeToFirstTokenMs":300,"success":false,
            "errorMessage":"RateLimitException","usageSource":"estimated",
            "occurredAt":"2026-03-01T10:15:30.123456Z"}
            """);
    assertThat(JSON.readTree(json.toString())).isEqualTo(expected);
    assertThat(decode(builder.build()).eventId()).isEqualTo("e-1");
  }

  @Test
  void countsTheClassesThatTheLedgerCounts() {
    assertThat(Arrays.stream(Tokens.values()).map(Tokens::field))
        .containsExactlyInAnyOrderElementsOf(
            TokenClass.ALL.stream().map(TokenClass::field).toList());
  }

  @Test
  void everyBuildIsAnEventOfItsOwn() {
    UsageEventBuilder builder = minimal();
    UsageEvent first = builder.build();
    UsageEvent second = builder.build();
    assertThat(first.eventId()).isNotEqualTo(second.eventId());
    assertThat(first.problem()).isEmpty();
    assertThat(first.json()).doesNotContain(second.eventId());
  }

  @Test
  void theRawUsageMayComeInAnyForm() throws Exception {
    String block = "{\"prompt_tokens\":7,\"completion_tokens\":2,\"cost\":0.1234567890123456789}";
    Object map = Map.of("prompt_tokens", 7, "completion_tokens", 2);
    for (Object each : List.of(block, JSON.readTree(block), map)) {
      UsageEvent event = minimal().rawUsage(each).build();
      assertThat(event.problem()).isEmpty();
      assertThat(decode(event).tokens().count(TokenClass.INPUT)).isEqualTo(7);
    }
    assertThat(minimal().rawUsage(block).build().json()).contains("0.1234567890123456789");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        wrong("orgId is missing", e -> e.org(null)),
        wrong("orgId must be of letters", e -> e.org("a,b")),
        wrong("orgId must not be longer than 128", e -> e.org("a".repeat(129))),
        wrong("provider is missing", e -> e.provider("")),
        wrong("provider must not be longer than 64", e -> e.provider("p".repeat(65))),
        wrong("modelName is missing", e -> e.model(null)),
        wrong("modelName must not contain the character U+0000", e -> e.model("a\0b")),
        wrong("eventId must not be longer than 128", e -> e.eventId("x".repeat(129))),
        wrong("userId must not contain the character", e -> e.user("\ud800x")),
        wrong("feature must be of lower-case", e -> e.feature("Chat")),
        wrong("inputTokens must be from 0 to 10000000000", e -> e.inputTokens(-1)),
        wrong("outputTokens must be from 0", e -> e.outputTokens(10_000_000_001L)),
        wrong(
            "cacheReadTokens + cacheWriteTokens + audioInputTokens + imageInputTokens must not",
            e -> e.inputTokens(5).tokens(Tokens.CACHE_READ, 3).tokens(Tokens.CACHE_WRITE, 3)),
        wrong("cacheWrite1hTokens must not exceed", e -> e.tokens(Tokens.CACHE_WRITE_1H, 1)),
        wrong(
            "reasoningTokens + audioOutputTokens + imageOutputTokens must not exceed outputTokens",
            e -> withBlock(e).tokens(Tokens.REASONING, 9)),
        wrong("requestCount must be from 0 to 1000000000", e -> e.requestCount(-1)),
        wrong("durationMs must be from 0", e -> e.duration(Duration.ofSeconds(Long.MAX_VALUE))),
        wrong("durationMs must be from 0", e -> e.duration(Duration.ofMillis(-1))),
        wrong("units must be named", e -> e.unit("Web", BigDecimal.ONE)),
        wrong("units must be from 0", e -> e.unit("pages", new BigDecimal("-1"))),
        wrong("units must not have more than 16", e -> manyUnits(e)),
        wrong("metadata must have keys", e -> e.tag("", "x")),
        wrong("metadata must not have more than 32", e -> manyTags(e)),
        wrong("a value of metadata must not be longer", e -> e.tag("k", "x".repeat(201))),
        wrong("serviceTier must be a lower-case word", e -> e.serviceTier("Batch!")),
        wrong("estimatedCostUsd must be from 0", e -> e.costUsd(new BigDecimal("1000001"))),
        wrong("rawUsage must be a JSON object or array", e -> e.rawUsage("no json")),
        wrong("rawUsage must be a JSON object or array", e -> e.rawUsage(7)),
        wrong("the event must not have more than 1 MiB", e -> e.rawUsage(large())),
        wrong("occurredAt must be of the years", e -> e.occurredAt(Instant.MAX)));
  }

  /** The ledger would not take it, so it is not sent; and nothing was thrown. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aBadEventIsOneWithAProblem(String problem, UnaryOperator<UsageEventBuilder> mistake) {
    UsageEvent event = mistake.apply(minimal()).build();
    assertThat(event.problem()).hasValueSatisfying(said -> assertThat(said).startsWith(problem));
  }

  /** Where the mistake can be written down at all: the rules are not stricter than the ledger's. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void theLedgerRefusesItToo(String problem, UnaryOperator<UsageEventBuilder> mistake) {
    UsageEvent event = mistake.apply(minimal()).build();
    boolean written =
        Stream.of("units must be", "estimatedCost", "occurredAt", "rawUsage", "the event")
            .noneMatch(problem::startsWith);
    if (written) {
      assertThatThrownBy(() -> decode(event)).isInstanceOf(InvalidEventException.class);
    }
  }

  static Stream<Arguments> taken() {
    return Stream.of(
        right("the longest id", e -> e.eventId("é".repeat(128))),
        right("characters outside of the plane", e -> e.user("😀".repeat(128))),
        right("an org of every character", e -> e.org("aZ09._:-")),
        right("a provider in capitals", e -> e.provider("OpenAI")),
        right("the most tokens", e -> e.inputTokens(10_000_000_000L)),
        right("an odd slug", e -> e.feature("0-a__b.")),
        right("a fine cost", e -> e.costUsd(new BigDecimal("0.00000000000000123"))),
        right("a cost with an exponent", e -> e.costUsd(new BigDecimal("1E+3"))),
        right("a fine quantity", e -> e.unit("audioSeconds", new BigDecimal("1.123456789"))),
        right("a long error", e -> e.errorMessage("x\0\ud800".repeat(5_000))),
        right("the longest tag", e -> e.tag("k".repeat(64), "é".repeat(100))),
        right("the longest time", e -> e.duration(Duration.ofMillis(1_000_000_000))),
        right("the first of times", e -> e.occurredAt(Instant.parse("2020-01-01T00:00:00Z"))),
        right("parts that fill the whole", e -> e.outputTokens(9).tokens(Tokens.REASONING, 9)),
        right("totals beside a usage block", e -> withBlock(e).inputTokens(9)),
        right("nothing where nothing is known", e -> e.user(null).tag("k", null).duration(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("taken")
  void whatHasNoProblemTheLedgerTakes(String what, UnaryOperator<UsageEventBuilder> use) {
    UsageEvent event = use.apply(minimal()).build();
    assertThat(event.problem()).as(what).isEmpty();
    assertThat(decode(event).orgId()).isNotEmpty();
  }

  private static UsageEventBuilder minimal() {
    return UsageEvent.builder().org("acme").provider("openai").model("gpt-4o");
  }

  private static UsageEventBuilder withBlock(UsageEventBuilder event) {
    return event.rawUsage("{\"prompt_tokens\":7,\"completion_tokens\":2}");
  }

  private static UsageEventBuilder manyTags(UsageEventBuilder event) {
    for (int i = 0; i < 33; i++) {
      event.tag("k" + i, "v");
    }
    return event;
  }

  private static UsageEventBuilder manyUnits(UsageEventBuilder event) {
    for (int i = 0; i < 17; i++) {
      event.unit("unit" + i, BigDecimal.ONE);
    }
    return event;
  }

  private static Map<String, String> large() {
    return Map.of("prompt_tokens", "x".repeat(1024 * 1024));
  }

  private static Arguments wrong(String problem, UnaryOperator<UsageEventBuilder> mistake) {
    return Arguments.of(problem, mistake);
  }

  private static Arguments right(String what, UnaryOperator<UsageEventBuilder> use) {
    return Arguments.of(what, use);
  }

  private static io.tokenledger.events.UsageEvent decode(UsageEvent event) {
    try {
      JsonNode json = JSON.readTree(event.json());
      return new UsageEventDecoder().decode(json, Map.of(), Instant.now(), Instant.now());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
