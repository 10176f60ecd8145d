package io.tokenledger.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the largest and the oddest answers do to a tap. */
class OddAnswersTest {

  private static final String USAGE = "\"usage\":{\"input_tokens\":120,\"output_tokens\":9}";

  private static Reading read(AnswerTap tap, String... pieces) {
    for (String piece : pieces) {
      tap.accept(Buffer.buffer(piece));
    }
    tap.finish();
    return tap.reading();
  }

  @Test
  @Timeout(10)
  void readsTheUsageOfATerminalEventOfManyMegabytes() {
    String picture = "A".repeat(1024 * 1024);
    AnswerTap tap = PassedAnswer.tap("x.sse");
    tap.accept(
        Buffer.buffer(
            "event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":"
                + "{\"id\":\"resp_1\",\"output\":[{\"type\":\"image_generation_call\",\"result\":\""));
    for (int i = 0; i < 32; i++) {
      tap.accept(Buffer.buffer(picture));
    }
    Reading reading =
        read(tap, "\"}],\"model\":\"gpt-5\",\"status\":\"completed\"," + USAGE + "}}\n\n");
    assertThat(reading.usageChunks()).hasSize(1);
    assertThat(reading.model()).contains("gpt-5");
    assertThat(reading.ended()).isTrue();
    assertThat(reading.usageChunks().get(0).toString().length()).isLessThan(400);
  }

  @Test
  void anEventThatIsNoJsonHidesNoLaterOne() {
    Reading reading =
        read(
            PassedAnswer.tap("x.sse"),
            "data: {\"a\":\"\n\ndata: hello\n\ndata: {\"x\":{\"y\":[[[\n\n",
            "data: {\"type\":\"message_delta\"," + USAGE + "}\n\n");
    assertThat(reading.usageChunks()).hasSize(1);
  }

  @Test
  void usageThatIsTooLargeForTheLedgerIsUnknown() {
    String much = "\"x\":\"" + "a".repeat(200_000) + "\",";
    Reading reading =
        read(PassedAnswer.tap("x.json"), "{\"usage\":{" + much + "\"input_tokens\":1}}");
    assertThat(reading.usageChunks()).isEmpty();
    String deep = "[".repeat(40) + "]".repeat(40);
    reading =
        read(PassedAnswer.tap("x.json"), "{\"usage\":{\"input_tokens\":1,\"x\":" + deep + "}}");
    assertThat(reading.usageChunks()).isEmpty();
  }

  @Test
  @Timeout(10)
  void readsDeepAnswersInLinearTime() {
    String deep = "{\"choices\":".repeat(200_000);
    Reading reading = read(PassedAnswer.tap("x.json"), deep, "[".repeat(2_000_000));
    assertThat(reading.usageChunks()).isEmpty();
    assertThat(reading.ended()).isFalse();
  }

  @Test
  void knowsFieldsOnlyWhereTheyBelong() {
    Reading reading =
        read(
            PassedAnswer.tap("x.json"),
            "{\"choices\":[{\"message\":{\"content\":\"{\\\"usage\\\":{\\\"input_tokens\\\":1}}\","
                + "\"usage\":{\"input_tokens\":5}}}],\"x\":{\"usage\":{\"input_tokens\":7}}}");
    assertThat(reading.usageChunks()).isEmpty();
    assertThat(reading.output().sample()).isEqualTo("{\"usage\":{\"input_tokens\":1}}");
  }

  @Property(tries = 1000)
  void neverThrowsAndPassesEveryByte(@ForAll @Size(max = 200) byte[] upstream) {
    for (String type : new String[] {"text/event-stream", "application/json", "", "x-ndjson"}) {
      for (String encoding : new String[] {"", "gzip", "br"}) {
        AnswerTap tap =
            AnswerTaps.of(
                PassedAnswer.CHAT, PassedAnswer.ASKED, 200, type, encoding, true, UsageNote.NONE);
        assertThat(PassedAnswer.byteWise(tap, upstream).client()).isEqualTo(upstream);
      }
    }
  }

  @Property(tries = 1000)
  void neverThrowsOnWhatLooksLikeAStream(@ForAll @Size(max = 40) java.util.List<Piece> pieces) {
    StringBuilder stream = new StringBuilder();
    pieces.forEach(piece -> stream.append(piece.text));
    byte[] upstream = stream.toString().getBytes(StandardCharsets.UTF_8);
    PassedAnswer passed = PassedAnswer.byteWise(PassedAnswer.tap("x.sse"), upstream);
    PassedAnswer whole = PassedAnswer.whole(PassedAnswer.tap("x.sse"), upstream);
    assertThat(passed.client()).isEqualTo(upstream);
    assertThat(whole.reading()).isEqualTo(passed.reading());
  }

  enum Piece {
    DATA("data:"),
    DATA_SPACE("data: "),
    LF("\n"),
    CR("\r"),
    CRLF("\r\n"),
    OPEN("{"),
    CLOSE("}"),
    USAGE_FIELD("\"usage\":{\"input_tokens\":3}"),
    TYPE_FIELD("\"type\":\"message_stop\""),
    CHOICES("\"choices\":["),
    END("]"),
    QUOTE("\""),
    ESCAPE("\\"),
    COMMA(","),
    COLON(":"),
    DONE("[DONE]"),
    NULL("null"),
    COMMENT(": x"),
    WORD("event: y"),
    LETTER("ä");

    private final String text;

    Piece(String text) {
      this.text = text;
    }
  }
}
