package io.tokenledger.gateway.answer;

import static io.tokenledger.gateway.answer.PassedAnswer.script;
import static io.tokenledger.gateway.answer.PassedAnswer.tap;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each script says 120 input and 9 output tokens, as its dialect says it. */
class WireScriptsTest {

  private static final List<String> STREAMS =
      List.of(
          "openai-chat.sse",
          "azure-chat.sse",
          "groq-chat.sse",
          "vllm-cumulative.sse",
          "zeros-at-the-end.sse",
          "ollama-finish-chunk.sse",
          "llamacpp.sse",
          "openrouter.sse",
          "openai-responses.sse",
          "anthropic.sse",
          "gemini.sse",
          "transcription.sse");

  private static final List<String> OTHERS =
      List.of(
          "gemini-array.json",
          "ollama.ndjson",
          "openai-chat.json",
          "openai-responses.json",
          "anthropic.json");

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static List<String> scripts() {
    return Stream.concat(STREAMS.stream(), OTHERS.stream()).toList();
  }

  static List<String> streams() {
    return STREAMS;
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void passesEveryByteAndCountsTheSameWhereverItIsCut(String file) {
    byte[] upstream = script(file);
    Reading expected = PassedAnswer.whole(tap(file), upstream).reading();
    for (int cut = 0; cut <= upstream.length; cut++) {
      PassedAnswer passed = PassedAnswer.split(tap(file), upstream, cut);
      assertThat(passed.client()).isEqualTo(upstream);
      assertThat(passed.reading()).as("cut at %d", cut).isEqualTo(expected);
    }
    PassedAnswer passed = PassedAnswer.byteWise(tap(file), upstream);
    assertThat(passed.client()).isEqualTo(upstream);
    assertThat(passed.reading()).isEqualTo(expected);
    assertTruth(passed);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void anAnswerThatIsCutHasNotEnded(String file) {
    byte[] upstream = script(file);
    String text = new String(upstream, StandardCharsets.ISO_8859_1).stripTrailing();
    for (int length = 0; length < text.length(); length++) {
      AnswerTap tap = tap(file);
      tap.accept(Buffer.buffer(Arrays.copyOf(upstream, length)));
      assertThat(tap.reading().ended()).as("after %d bytes", length).isFalse();
      tap.finish();
      assertThat(tap.reading().success()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("streams")
  void readsWhateverTheLinesEndWith(String file) {
    for (byte[] variant : variants(new String(script(file), StandardCharsets.UTF_8))) {
      PassedAnswer whole = PassedAnswer.whole(tap(file), variant);
      PassedAnswer byByte = PassedAnswer.byteWise(tap(file), variant);
      assertThat(whole.client()).isEqualTo(variant);
      assertThat(byByte.client()).isEqualTo(variant);
      assertThat(byByte.reading()).isEqualTo(whole.reading());
      assertTruth(whole);
    }
  }

  private static List<byte[]> variants(String script) {
    String lf = script.replace("\r\n", "\n");
    List<byte[]> variants = new ArrayList<>();
    Stream.of(
            lf.replace("\n", "\r\n"),
            lf.replace("\n", "\r"),
            lf.replaceFirst("\n", "\r").replace("}\n\n", "}\r\n\n"),
            lf.replace("data: ", "data:"),
            lf.stripTrailing(),
            lf.replace("data: [DONE]\n\n", ""),
            lf.replace("data: {", ": a comment\nid: 7\nretry: 10\ndata: {"),
            lf.replace("data: {", "data: {\ndata:"))
        .forEach(text -> variants.add(text.getBytes(StandardCharsets.UTF_8)));
    variants.add(joined(MARK, lf.getBytes(StandardCharsets.UTF_8)));
    return variants;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void readsWhatIsCompressedAndPassesItAsItIs(String file) throws IOException {
    byte[] upstream = gzip(script(file));
    for (int cut = 0; cut <= upstream.length; cut++) {
      AnswerTap tap =
          AnswerTaps.of(
              PassedAnswer.CHAT,
              PassedAnswer.ASKED,
              200,
              PassedAnswer.contentType(file),
              "gzip",
              true, // nothing can be hidden in it
              UsageNote.NONE);
      PassedAnswer passed = PassedAnswer.split(tap, upstream, cut);
      assertThat(passed.client()).isEqualTo(upstream);
      assertTruth(passed);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static void assertTruth(PassedAnswer passed) {
    TokenCounts tokens = passed.usage().tokens();
    assertThat(tokens.count(TokenClass.INPUT)).isEqualTo(120);
    assertThat(tokens.count(TokenClass.OUTPUT)).isEqualTo(9);
    assertThat(passed.reading().success()).isTrue();
    assertThat(passed.reading().ended()).isTrue();
  }

  @Test
  void countsEmbeddingsAsSuch() {
    PassedAnswer passed = PassedAnswer.byteWise(tap("embeddings.json"), script("embeddings.json"));
    assertThat(passed.usage().tokens().count(TokenClass.EMBEDDING)).isEqualTo(120);
    assertThat(passed.reading().model()).contains("text-embedding-3-small");
    assertThat(passed.reading().usageChunks().toString()).doesNotContain("0.1");
  }

  @Test
  void readsNamesAndTextsBesideTheCounts() {
    Reading chat = PassedAnswer.whole(tap("x.sse"), script("openai-chat.sse")).reading();
    assertThat(chat.model()).contains("gpt-4o-mini-2024-07-18");
    assertThat(chat.responseId()).contains("chatcmpl-1");
    assertThat(chat.serviceTier()).contains("default");
    assertThat(chat.output().sample()).isEqualTo("Grüße, \"Welt\" 🌍 {\n}");
    assertThat(chat.output().characters()).isEqualTo(chat.output().sample().length());
    Reading responses = PassedAnswer.whole(tap("x.sse"), script("openai-responses.sse")).reading();
    assertThat(responses.status()).contains("completed");
    assertThat(responses.output().sample()).isEqualTo("Hello");
    assertThat(responses.usageChunks().toString()).doesNotContain("Hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai-responses.sse", "openai-responses.json"})
  void countsSearchesBesideTheTokens(String file) {
    PassedAnswer passed = PassedAnswer.whole(tap(file), script(file));
    assertThat(passed.usage().units()).containsKey("webSearches");
  }

  /** The terminal event repeats the items; some gateways leave them out of it. */
  @Test
  void countsASearchOnceWhereverAStreamTellsIt() {
    String script = new String(script("openai-responses.sse"), StandardCharsets.UTF_8);
    String inTheEndOnly = script.replace("response.output_item.done", "response.other");
    int output = script.lastIndexOf("\"output\":[");
    String onItsOwnOnly =
        script.substring(0, output) + script.substring(output).replace("web_search_call", "x");
    for (String stream :
        List.of(script, inTheEndOnly, onItsOwnOnly.replace("\"output\":[{", "\"o\":[{"))) {
      PassedAnswer passed =
          PassedAnswer.byteWise(tap("x.sse"), stream.getBytes(StandardCharsets.UTF_8));
      assertThat(passed.usage().units().get("webSearches")).isEqualByComparingTo("1");
    }
  }

  /** Gemini tells them in any chunk, and usage in every one. */
  @Test
  void countsTheSearchesOfEveryChunkAndKeepsNoQuery() {
    StringBuilder stream = new StringBuilder();
    for (int i = 1; i <= 12; i++) {
      String queries = i == 4 ? "\"secret one\",\"two\"" : i == 6 ? "\"two \",\"three\",\"\"" : "";
      stream.append(
          "data: {\"candidates\":[{\"groundingMetadata\":{\"webSearchQueries\":["
              + queries
              + "]}}],\"usageMetadata\":{\"promptTokenCount\":120,\"candidatesTokenCount\":"
              + i
              + "},\"modelVersion\":\"gemini-3-pro\"}\n\n");
    }
    PassedAnswer passed =
        PassedAnswer.whole(tap("x.sse"), stream.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(passed.usage().units().get("webSearches")).isEqualByComparingTo("3");
    assertThat(passed.usage().tokens().count(TokenClass.OUTPUT)).isEqualTo(12);
    assertThat(passed.reading().usageChunks().toString()).doesNotContain("secret");
  }

  @Test
  void keepsNoSentenceOfAnError() {
    String event =
        "data: {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"x\","
            + "\"message\":\"secret\"},\"usage\":{\"input_tokens\":1,\"output_tokens\":0}}}\n\n";
    Reading reading =
        PassedAnswer.whole(tap("x.sse"), event.getBytes(StandardCharsets.UTF_8)).reading();
    assertThat(reading.success()).isFalse();
    assertThat(reading.errorMessage()).contains("secret");
    assertThat(reading.usageChunks()).hasSize(1);
    assertThat(reading.usageChunks().toString()).doesNotContain("secret");
  }

  @Test
  void readsErrorsWhereverTheyStand() {
    Reading first = PassedAnswer.whole(tap("x.sse"), script("error-first.sse")).reading();
    assertThat(first.success()).isFalse();
    assertThat(first.errorMessage()).contains("Overloaded");
    assertThat(first.ended()).isTrue(); // nothing was made, so nothing is to be estimated
    Reading mid = PassedAnswer.byteWise(tap("x.sse"), script("error-mid.sse")).reading();
    assertThat(mid.success()).isFalse();
    assertThat(mid.errorMessage()).contains("The server had an error");
    assertThat(mid.output().sample()).isEqualTo("Hi");
    assertThat(mid.ended()).isFalse();
    AnswerTap refused =
        AnswerTaps.of(
            PassedAnswer.CHAT,
            PassedAnswer.ASKED,
            401,
            "application/json",
            null,
            false,
            UsageNote.NONE);
    Reading json = PassedAnswer.byteWise(refused, script("error.json")).reading();
    assertThat(json.success()).isFalse();
    assertThat(json.errorMessage()).contains("Incorrect API key provided");
    assertThat(json.usageChunks()).isEmpty();
  }
}
