package io.tokenledger.gateway.answer;

import static io.tokenledger.gateway.answer.PassedAnswer.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens told in an answer whose client asked for them. */
class TokenUsageTest {

  private static final String TOLD = "{\"total_tokens\":129}";

  private static final UsageNote NOTE =
      (chunks, model) ->
          Optional.of(JsonNodeFactory.instance.objectNode().put("total_tokens", 129));

  private static AnswerTap telling(String file, boolean hides) {
    return AnswerTaps.of(
        PassedAnswer.CHAT,
        PassedAnswer.ASKED,
        200,
        PassedAnswer.contentType(file),
        null,
        hides,
        NOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai-chat.json", "openai-responses.json", "anthropic.json"})
  void standsInJsonAsOneMoreField(String file) throws Exception {
    byte[] upstream = script(file);
    String before = new String(upstream, StandardCharsets.UTF_8);
    int brace = before.lastIndexOf('}');
    String expected =
        before.substring(0, brace) + ",\"token_usage\":" + TOLD + before.substring(brace);
    for (int cut = 0; cut <= upstream.length; cut++) {
      PassedAnswer passed = PassedAnswer.split(telling(file, false), upstream, cut);
      assertThat(passed.text()).isEqualTo(expected);
    }
    JsonNode read = new ObjectMapper().readTree(expected);
    assertThat(read.path("token_usage").path("total_tokens").asInt()).isEqualTo(129);
  }

  @Test
  void standsInTheChunkOfUsageOfAClientThatAskedForThat() {
    byte[] upstream = script("openai-chat.sse");
    String expected =
        new String(upstream, StandardCharsets.UTF_8)
            .replace(
                "\"reasoning_tokens\":0}}}",
                "\"reasoning_tokens\":0}},\"token_usage\":" + TOLD + "}");
    for (int cut = 0; cut <= upstream.length; cut++) {
      PassedAnswer passed = PassedAnswer.split(telling("x.sse", false), upstream, cut);
      assertThat(passed.text()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai-chat.sse", "groq-chat.sse", "ollama-finish-chunk.sse"})
  void elseItIsACommentBeforeTheEnd(String file) {
    byte[] upstream = script(file);
    for (int cut = 0; cut <= upstream.length; cut++) {
      PassedAnswer passed = PassedAnswer.split(telling(file, true), upstream, cut);
      assertThat(passed.text())
          .endsWith("\n\n: token_usage " + TOLD + "\n\ndata: [DONE]\n\n")
          .containsOnlyOnce("token_usage");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"anthropic.sse", "openai-responses.sse"})
  void orAtTheEndOfStreamsWithoutAMark(String file) {
    byte[] upstream = script(file);
    String script = new String(upstream, StandardCharsets.UTF_8);
    PassedAnswer passed = PassedAnswer.byteWise(telling(file, false), upstream);
    assertThat(passed.text()).isEqualTo(script + ": token_usage " + TOLD + "\n\n");
    String open = script.stripTrailing();
    PassedAnswer cut =
        PassedAnswer.whole(telling(file, false), open.getBytes(StandardCharsets.UTF_8));
    assertThat(cut.text()).isEqualTo(open + "\n\n: token_usage " + TOLD + "\n\n");
  }

  @Test
  void standsInTheLastLineOfOllama() {
    byte[] upstream = script("ollama.ndjson");
    PassedAnswer passed = PassedAnswer.byteWise(telling("ollama.ndjson", false), upstream);
    assertThat(passed.text()).endsWith(",\"token_usage\":" + TOLD + "}\n");
  }

  @Test
  void isNotToldWhereNothingWasCounted() {
    byte[] upstream = script("error-mid.sse");
    assertThat(PassedAnswer.whole(telling("x.sse", true), upstream).client()).isEqualTo(upstream);
  }
}
