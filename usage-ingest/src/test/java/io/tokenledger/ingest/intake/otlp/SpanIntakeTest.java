package io.tokenledger.ingest.intake.otlp;

import static io.tokenledger.ingest.intake.otlp.SampleSpan.chat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.decode.EventJson;
import io.tokenledger.ingest.intake.otlp.export.JsonExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one span makes of an event, and what refuses it. */
class SpanIntakeTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final SpanIntake intake = new SpanIntake(Set.of());

  @Test
  void anEventHasNothingButTheSpansOwn() {
    JsonNode event =
        eventOf(
            chat()
                .with("gen_ai.conversation.id", "talk-1")
                .with("gen_ai.prompt.0.content", "secret")
                .with("tokenledger.tags.storyId", "S-1")
                .with("tokenledger.activity", "agent.reviewer")
                .with("tokenledger.category", "review")
                .with("tokenledger.feature", "rag")
                .with("gen_ai.usage.cost", 0.00125));
    assertThat(event.toString())
        .isEqualTo(
            """
            {"eventId":"otlp:0af7651916cd43dd8448eb211c80319c:b7ad6b7169203331","orgId":"acme",\
            "provider":"openai","modelName":"gpt-5","feature":"rag","activity":"agent.reviewer",\
            "category":"review","conversationId":"talk-1","inputTokens":100,"outputTokens":20,\
            "occurredAt":"2026-01-01T00:00:02.500Z","durationMs":2500,\
            "metadata":{"storyId":"S-1","otelScope":"my.scope","otelScopeVersion":"1.0",\
            "otelCostUsd":"0.00125"}}\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "traceId, 0af7651916cd43dd8448eb211c8031, 'traceId must be 16 bytes, not all of them 0'",
    "traceId, 00000000000000000000000000000000, 'traceId must be 16 bytes, not all of them 0'",
    "spanId, nothexadecimal!!, 'spanId must be 8 bytes, not all of them 0'",
    "endTimeUnixNano, 0, endTimeUnixNano is required",
    "endTimeUnixNano, 4102444800000000000, 'occurredAt must not be more than 24 hours in the"
        + " future'"
  })
  void aSpanThatCannotBeToldOrDatedIsRejected(String field, String value, String why) {
    SampleSpan span = chat();
    span.json.put(field, value);
    assertRejected(span, why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "10000000001", "many", "1e3", ""})
  void aCountThatIsNoneIsRejectedByItsName(String count) {
    assertRejected(
        chat().with("gen_ai.usage.input_tokens", count),
        "gen_ai.usage.input_tokens must be a whole number from 0 to 10000000000");
  }

  @Test
  void whatCountsAndNamesNoModelIsRejected() {
    assertRejected(chat().without("gen_ai.request.model"), "gen_ai.response.model is required");
    assertRejected(
        chat().with("gen_ai.request.model", "m".repeat(201)),
        "modelName must not be longer than 200 characters");
    assertRejected(
        chat().without("gen_ai.operation.name"),
        "carries tokens, and nothing that says of what:"
            + " gen_ai.operation.name must be chat or the like");
  }

  /**
   * A new operation may be a call or a sum of calls: nobody is billed by a guess, nor in silence.
   */
  @Test
  void anOperationThatIsNotKnownIsRejectedWhereItHasTokens() {
    SampleSpan span = chat().with("gen_ai.operation.name", "dream");
    assertThat(count(span).rejected()).isEqualTo(1);
    assertThat(count(span.with("llm.request.type", "chat")).events()).hasSize(1);
    span.without("gen_ai.usage.input_tokens").without("gen_ai.usage.output_tokens");
    assertThat(uncounted(count(span.without("llm.request.type"))))
        .isEqualTo(Map.of("unrelated", 1));
  }

  @Test
  void moreTagsThanAnEventHasRejectTheSpan() {
    SampleSpan span = chat();
    for (int i = 0; i < 100; i++) {
      span.with("tokenledger.tags.t" + i, i);
    }
    assertRejected(span, "metadata must not have more than 32 keys");
  }

  /** A label that is too long must not cost the usage. */
  @Test
  void labelsAreCut() {
    JsonNode event =
        eventOf(
            chat()
                .with("user.id", "😀".repeat(300))
                .with("session.id", "s".repeat(5_000))
                .scope("é".repeat(300)));
    assertThat(event.path("userId").asText()).isEqualTo("😀".repeat(128));
    assertThat(event.path("conversationId").asText()).hasSize(200);
    assertThat(event.path("metadata").path("otelScope").asText()).isEqualTo("é".repeat(50));
  }

  @Test
  void reasonsAreBounded() {
    SampleExport export = new SampleExport();
    for (int i = 1; i <= 50; i++) {
      export.add(chat().spanId(i).without("gen_ai.request.model"));
    }
    CountedSpans counted = count(export);
    assertThat(counted.rejected()).isEqualTo(50);
    assertThat(counted.reasons()).endsWith("; and 40 more").hasSizeLessThan(1_000);
  }

  /** A span's name, its texts and its ids are the sender's: none of them begins a line. */
  @Test
  void reasonsAreOfPlainText() {
    SampleSpan span = chat();
    span.json.put("spanId", "x\r\nforged: line");
    assertThat(count(span).reasons()).doesNotContain("\n", "\r");
  }

  @Test
  void ofACallWithinACallTheInnerOneCounts() {
    SampleExport export =
        new SampleExport()
            .add(chat().spanId(1).with("gen_ai.usage.input_tokens", 999))
            .add(chat().spanId(2).parent(1));
    CountedSpans counted = count(export);
    assertThat(counted.events()).hasSize(1);
    assertThat(json(counted).path("inputTokens").asInt()).isEqualTo(100);
    assertThat(uncounted(counted)).isEqualTo(Map.of("aggregate", 1));
  }

  @Test
  void ofACallWithinACallTheOneThatTellsTokensCounts() {
    SampleSpan untold = chat().spanId(2).parent(1);
    untold.without("gen_ai.usage.input_tokens").without("gen_ai.usage.output_tokens");
    CountedSpans counted = count(new SampleExport().add(chat().spanId(1)).add(untold));
    assertThat(counted.events()).hasSize(1);
    assertThat(json(counted).path("eventId").asText()).endsWith("0001");
    assertThat(uncounted(counted)).isEqualTo(Map.of("aggregate", 1));
  }

  /** Where it is configured, as the same call would be counted twice. */
  @Test
  void whatWentThroughTheGatewayIsCountedThere() {
    SampleSpan span = chat().with("server.address", "gateway.internal");
    assertThat(count(span).events()).hasSize(1);
    SpanIntake beside = new SpanIntake(Set.of("gateway.internal"));
    byte[] body = new SampleExport().add(span).add(chat().spanId(2)).bytes();
    CountedSpans counted = beside.count(JsonExport.read(body), "acme", NOW);
    assertThat(counted.events()).hasSize(1);
    assertThat(uncounted(counted)).isEqualTo(Map.of("gateway", 1));
  }

  @Test
  void aSpanThatIsItsOwnParentCounts() {
    assertThat(count(chat().spanId(1).parent(1)).events()).hasSize(1);
  }

  /** A tool of a call may call a model itself. */
  @Test
  void aCallBeneathAToolOfACallCountsBesideIt() {
    SampleExport export =
        new SampleExport()
            .add(chat().spanId(1))
            .add(chat().spanId(2).parent(1).with("gen_ai.operation.name", "execute_tool"))
            .add(chat().spanId(3).parent(2));
    assertThat(count(export).events()).hasSize(2);
  }

  /** The same span in another batch, with what a collector may add, is the same event. */
  @Test
  void whatIsAroundASpanDoesNotChangeItsEvent() {
    CountedSpans alone = count(chat());
    SampleExport later = new SampleExport().add(chat().spanId(7)).add(chat());
    later.resource.put("attributes", "k8s.pod.name");
    CountedSpans among = intake.count(JsonExport.read(later.bytes()), "acme", NOW.plusSeconds(60));
    assertThat(among.events().get(1).message()).isEqualTo(alone.events().get(0).message());
  }

  private JsonNode eventOf(SampleSpan span) {
    CountedSpans counted = count(span);
    assertThat(counted.reasons()).isEmpty();
    return json(counted);
  }

  private static JsonNode json(CountedSpans counted) {
    try {
      return EventJson.READER.readTree(counted.events().get(0).message());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertRejected(SampleSpan span, String why) {
    CountedSpans counted = count(span);
    assertThat(counted.events()).isEmpty();
    assertThat(counted.rejected()).isEqualTo(1);
    assertThat(counted.reasons()).endsWith(": " + why);
  }

  private CountedSpans count(SampleSpan span) {
    return count(new SampleExport().add(span));
  }

  private CountedSpans count(SampleExport export) {
    return intake.count(JsonExport.read(export.bytes()), "acme", NOW);
  }

  private static Map<String, Integer> uncounted(CountedSpans counted) {
    Map<String, Integer> byCode = new TreeMap<>();
    counted.uncounted().forEach((role, spans) -> byCode.put(role.code(), spans));
    byCode.values().removeIf(spans -> spans == 0);
    return byCode;
  }
}
