package io.tokenledger.gateway.chat.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** However a stream is cut, the same is read of it. */
class AnswerReaderTest {

  private static final String STREAM =
      "event: x\r\ndata: {\"choices\":[{\"delta\":{\"content\":\"Grüße, \"}}]}\r\n\r\n"
          + ": keep-alive\n\n"
          + "data:{\"choices\":[{\"delta\":{\"content\":\"\\ud83d\\ude00\"},\"finish_reason\":\"stop\"}]}\n\n"
          + ": token_usage {\"prompt_tokens\":3,\"cost_estimate_usd\":null}\n\ndata: [DONE]\n\n";

  private final Dialect dialect = Dialect.ALL.get(0);

  @Test
  void anyCutReadsTheSame() {
    byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      AnswerReader reader = new AnswerReader(dialect);
      reader.accept(Buffer.buffer().appendBytes(bytes, 0, cut));
      String text = reader.text().take();
      reader.accept(Buffer.buffer().appendBytes(bytes, cut, bytes.length - cut));
      assertThat(text + reader.text().take()).isEqualTo("Grüße, 😀");
      assertThat(reader.text().isWhole()).isTrue();
      assertThat(reader.text().finishReason()).hasValue("stop");
      assertThat(reader.tokens().orElseThrow().path("prompt_tokens").asInt()).isEqualTo(3);
      assertThat(reader.isUnreadable()).isFalse();
    }
  }

  @Test
  void whatIsNoJsonOrNeverEndsCannotBeRead() {
    AnswerReader html = new AnswerReader(dialect);
    html.accept(Buffer.buffer("data: <html>\n"));
    assertThat(html.isUnreadable()).isTrue();
    AnswerReader endless = new AnswerReader(dialect);
    endless.accept(Buffer.buffer("data: " + "x".repeat(1 << 21)));
    assertThat(endless.isUnreadable()).isTrue();
  }

  @Test
  void anErrorInTheMiddleIsTold() {
    AnswerReader reader = new AnswerReader(dialect);
    reader.accept(Buffer.buffer("data: {\"error\":{\"message\":\"overloaded\"}}\n\n"));
    assertThat(reader.text().error()).hasValue("overloaded");
    assertThat(reader.text().isWhole()).isFalse();
  }
}
