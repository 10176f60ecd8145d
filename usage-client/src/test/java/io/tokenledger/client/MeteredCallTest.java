package io.tokenledger.client;

import static io.tokenledger.client.Trackers.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeteredCallTest {

  private static final UsageContext CONTEXT =
      UsageContext.of("openai", "gpt-4o")
          .user("ann")
          .conversation("c-1")
          .message("m-1")
          .feature("tools")
          .category("review")
          .tag("storyId", "42")
          .tag("deliberationId", "7");

  private TestLedger ledger;
  private UsageTracker tracker;

  @BeforeEach
  void start() throws Exception {
    ledger = TestLedger.start();
    tracker = Trackers.to(ledger.url()).start();
  }

  @AfterEach
  void stop() {
    tracker.close();
    ledger.close();
  }

  @Test
  void recordsWhatACallGave() {
    String answer =
        tracker.call(
            "agent.implementer",
            CONTEXT,
            () -> "{\"prompt_tokens\":7,\"completion_tokens\":2}",
            (given, event) -> event.rawUsage(given));
    assertThat(answer).contains("prompt_tokens");
    JsonNode event = only();
    assertThat(event.path("rawUsage").path("prompt_tokens").asInt()).isEqualTo(7);
    assertThat(event.path("durationMs").asLong(-1)).isNotNegative();
    Map<String, String> expected =
        Map.of(
            "orgId", "acme",
            "activity", "agent.implementer",
            "modelName", "gpt-4o",
            "userId", "ann",
            "conversationId", "c-1",
            "messageId", "m-1",
            "feature", "tools",
            "category", "review");
    expected.forEach((field, value) -> assertThat(event.path(field).asText()).isEqualTo(value));
    assertThat(event.path("metadata").toString())
        .isEqualTo("{\"storyId\":\"42\",\"deliberationId\":\"7\"}");
  }

  @Test
  void whatTheCallThrewReachesTheCaller() {
    IOException thrown = new IOException("the key sk-123 is wrong");
    assertThatThrownBy(() -> tracker.call("chat", CONTEXT, () -> failing(thrown))).isSameAs(thrown);
    JsonNode event = only();
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.path("errorMessage").asText()).isEqualTo("IOException");
    assertThat(event.toString()).as("messages may hold secrets").doesNotContain("sk-123");
  }

  @Test
  void anErrorIsRecordedAndThrownOn() {
    assertThatThrownBy(
            () ->
                tracker.call(
                    "chat",
                    CONTEXT,
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(only().path("errorMessage").asText()).isEqualTo("StackOverflowError");
  }

  @Test
  void aReaderThatFailsIsNotTheCallersTrouble() {
    String answer =
        tracker.call(
            "chat",
            CONTEXT,
            () -> "fine",
            (given, event) -> event.inputTokens(Long.parseLong(given)));
    assertThat(answer).isEqualTo("fine");
    assertThat(only().path("usageSource").asText()).isEqualTo("partial");
  }

  @Test
  void aContextWithoutAModelIsABadEventAndNoMore() {
    assertThat(tracker.<String, RuntimeException>call("chat", null, () -> "fine"))
        .isEqualTo("fine");
    assertThat(tracker.stats().invalid()).isEqualTo(1);
  }

  @Test
  void aStreamIsRecordedAtItsEndOnce() {
    MeteredCall call = tracker.begin("chat", CONTEXT);
    Stream.of("Hello", "ledger").forEach(token -> call.token());
    call.event().inputTokens(12).outputTokens(2);
    call.succeeded();
    call.failed(new IOException("after the end"));
    call.close();
    JsonNode event = only();
    assertThat(event.path("outputTokens").asInt()).isEqualTo(2);
    assertThat(event.path("timeToFirstTokenMs").asLong(-1)).isNotNegative();
    assertThat(event.has("success")).isFalse();
  }

  @Test
  void aStreamThatBreaksOrIsLeftIsPartial() {
    try (MeteredCall left = tracker.begin("left", CONTEXT)) {
      left.token();
    }
    MeteredCall broken = tracker.begin("broken", CONTEXT);
    broken.token();
    broken.failed(new IOException());
    assertThat(events()).hasSize(2).allMatch(e -> e.path("usageSource").asText().equals("partial"));
  }

  private static String failing(IOException thrown) throws IOException {
    throw thrown;
  }

  private JsonNode only() {
    assertThat(events()).hasSize(1);
    return events().get(0);
  }

  private List<JsonNode> events() {
    assertThat(tracker.flush(LONG)).isTrue();
    return ledger.counted();
  }
}
