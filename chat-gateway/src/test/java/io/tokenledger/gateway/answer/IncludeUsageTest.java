package io.tokenledger.gateway.answer;

import static io.tokenledger.gateway.answer.PassedAnswer.hiding;
import static io.tokenledger.gateway.answer.PassedAnswer.script;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenClass;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees that did not ask for usage, of streams whose usage the gateway asked for. */
class IncludeUsageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openai-chat.sse",
        "azure-chat.sse",
        "vllm-cumulative.sse",
        "llamacpp.sse",
      })
  void leavesOutTheChunkOfUsageAndNothingElse(String file) {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      String script = new String(script(file), StandardCharsets.UTF_8).replace("\n", end);
      String expected = withoutUsageChunk(script, end);
      assertThat(expected).isNotEqualTo(script);
      byte[] upstream = script.getBytes(StandardCharsets.UTF_8);
      for (int cut = 0; cut <= upstream.length; cut++) {
        PassedAnswer passed = PassedAnswer.split(hiding(UsageNote.NONE), upstream, cut);
        assertThat(passed.text()).as("cut at %d", cut).isEqualTo(expected);
      }
      PassedAnswer passed = PassedAnswer.byteWise(hiding(UsageNote.NONE), upstream);
      assertThat(passed.text()).isEqualTo(expected);
      assertThat(passed.usage().tokens().count(TokenClass.INPUT)).isEqualTo(120);
      assertThat(passed.usage().tokens().count(TokenClass.OUTPUT)).isEqualTo(9);
    }
  }

  private static String withoutUsageChunk(String script, String end) {
    StringBuilder kept = new StringBuilder();
    for (String event : script.split("(?<=" + end + end + ")")) {
      boolean usage = event.contains("\"choices\":[],\"usage\":{");
      kept.append(usage ? "" : event);
    }
    return kept.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groq-chat.sse",
        "ollama-finish-chunk.sse",
        "zeros-at-the-end.sse",
        "openrouter.sse",
        "anthropic.sse",
        "openai-responses.sse",
        "error-mid.sse"
      })
  void leavesStreamsWithoutSuchAChunkAsTheyAre(String file) {
    byte[] upstream = script(file);
    for (int cut = 0; cut <= upstream.length; cut++) {
      PassedAnswer passed = PassedAnswer.split(hiding(UsageNote.NONE), upstream, cut);
      assertThat(passed.client()).isEqualTo(upstream);
    }
  }

  @Test
  void keepsTheChunkOfAClientThatAsked() {
    byte[] upstream = script("openai-chat.sse");
    assertThat(PassedAnswer.whole(PassedAnswer.tap("x.sse"), upstream).client())
        .isEqualTo(upstream);
  }

  @Test
  void hidesItAlsoAtAnEndWithoutABlankLine() {
    String script = new String(script("openai-chat.sse"), StandardCharsets.UTF_8);
    String cut = script.replace("\n\ndata: [DONE]\n\n", "");
    PassedAnswer passed =
        PassedAnswer.whole(hiding(UsageNote.NONE), cut.getBytes(StandardCharsets.UTF_8));
    assertThat(passed.text()).endsWith("\"usage\":null}\n\n").doesNotContain("total_tokens");
    assertThat(passed.usage().tokens().count(TokenClass.OUTPUT)).isEqualTo(9);
  }

  @Test
  void holdsAnEventNoLongerThanItsBlankLine() {
    AnswerTap tap = hiding(UsageNote.NONE);
    assertThat(tap.accept(Buffer.buffer("data: {\"choices\":[{}]}\n")).length()).isZero();
    assertThat(tap.atBoundary()).isFalse();
    assertThat(tap.accept(Buffer.buffer("\n")).toString())
        .isEqualTo("data: {\"choices\":[{}]}\n\n");
    assertThat(tap.atBoundary()).isTrue();
  }

  @Test
  void doesNotHoldWhatIsTooLargeForAChunkOfUsage() {
    AnswerTap tap = hiding(UsageNote.NONE);
    String start = "data: {\"choices\":[],\"usage\":{},\"x\":\"";
    String rest = "a".repeat(1_100_000);
    long passed = tap.accept(Buffer.buffer(start)).length();
    assertThat(passed).isZero();
    passed += tap.accept(Buffer.buffer(rest)).length();
    passed += tap.accept(Buffer.buffer("\"}\n\n")).length();
    assertThat(passed).isEqualTo(start.length() + rest.length() + 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void commentsMayBePutBetweenEventsOnly(String end) {
    String script = "data: {}" + end + end + ": note" + end + end + "data: [DONE]" + end + end;
    AnswerTap tap = PassedAnswer.tap("x.sse");
    String seen = "";
    for (byte each : script.getBytes(StandardCharsets.UTF_8)) {
      tap.accept(Buffer.buffer(new byte[] {each}));
      seen += (char) each;
      assertThat(tap.atBoundary()).as(seen).isEqualTo(seen.endsWith(end + end));
    }
  }
}
