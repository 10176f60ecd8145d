package io.tokenledger.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

  private static final Target CHAT = Target.of("POST", "/v1/chat/completions");

  private static Asked asked(String path, String body) {
    return Asked.of(Target.of("POST", path), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Asked chat(String body) {
    return Asked.of(CHAT, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsTheFieldsOfAChat() {
    Asked asked =
        chat(
            """
            {"messages":[{"role":"user","content":"Hi \\u00e4 🌍"},{"role":"user","content":[
            {"type":"text","text":"More"},{"type":"image_url","image_url":{"url":"data:xx"}}]}],
            "model":"gpt-5","stream":true,"max_tokens":10,"max_completion_tokens":20,"n":3,
            "stream_options":{"include_obfuscation":false,"include_usage":false},"store":false,
            "user":"u1","safety_identifier":"s1","metadata":{"k":"v","n":1,"o":{"x":1}},
            "service_tier":"flex","unknown":{"model":"x","stream":false}}
            """);
    assertThat(asked.readable()).isTrue();
    assertThat(asked.model()).contains("gpt-5");
    assertThat(asked.stream()).isTrue();
    assertThat(asked.includeUsage()).isEqualTo(IncludeUsage.FALSE);
    assertThat(asked.maxOutputTokens()).hasValue(20);
    assertThat(asked.choices()).isEqualTo(3);
    assertThat(asked.stored()).isFalse();
    assertThat(asked.serviceTier()).contains("flex");
    assertThat(asked.identity().user()).contains("s1");
    assertThat(asked.identity().metadata()).isEqualTo(Map.of("k", "v", "n", "1"));
    assertThat(asked.input().sample()).isEqualTo("Hi ä 🌍More");
    assertThat(asked.input().characters()).isEqualTo(11);
  }

  @Test
  void readsResponses() {
    Asked asked =
        asked(
            "/v1/responses",
            """
            {"model":"gpt-5","input":"Hello","instructions":"Be brief","background":true,
             "conversation":{"id":"conv_1"},"max_output_tokens":5,"prompt_cache_key":"weak"}\
            """);
    assertThat(asked.background()).isTrue();
    assertThat(asked.stored()).isTrue();
    assertThat(asked.identity().conversation()).contains("conv_1");
    assertThat(asked.input().sample()).isEqualTo("HelloBe brief");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      textBlock =
          """
          {"device_id":"d","account_uuid":"a","session_id":"s"}                | a    | s
          {"device_id":"d","account_uuid":"","session_id":"s"}                 | d    | s
          user_1f_account_0e-1_session_9c-2                                    | 0e-1 | 9c-2
          user_1f_account__session_9c-2                                        | 1f   | 9c-2
          someone                                                              | someone |
          {broken                                                              | {broken |
          """)
  void readsTheIdsOfClaudeCode(String userId, String user, String session) {
    String quoted = userId.replace("\"", "\\\"");
    BodyIdentity identity =
        asked("/v1/messages", "{\"model\":\"c\",\"metadata\":{\"user_id\":\"" + quoted + "\"}}")
            .identity();
    assertThat(identity.user()).contains(user);
    assertThat(identity.agentSession().orElse(null)).isEqualTo(session);
    assertThat(identity.metadata()).isEmpty();
  }

  @Test
  void streamsWhereThePathOrTheApiSaysSo() {
    assertThat(asked("/api/chat", "{\"model\":\"l\"}").stream()).isTrue();
    assertThat(asked("/api/chat", "{\"model\":\"l\",\"stream\":false}").stream()).isFalse();
    assertThat(asked("/v1beta/models/g:streamGenerateContent", "{}").stream()).isTrue();
    assertThat(asked("/v1beta/models/g:generateContent", "{}").stream()).isFalse();
    assertThat(chat("{\"model\":\"m\"}").stream()).isFalse();
  }

  @Test
  void theModelOfThePathIsTheOneServed() {
    Asked asked = asked("/openai/deployments/d/chat/completions", "{\"model\":\"other\"}");
    assertThat(asked.model()).contains("d");
    Asked gemini =
        asked(
            "/v1beta/models/g:generateContent",
            """
            {"contents":[{"role":"user","parts":[{"text":"Hi"},{"inlineData":{"mimeType":"x",
            "data":"AAAA"}}]}],"generationConfig":{"maxOutputTokens":7,"candidateCount":2}}\
            """);
    assertThat(gemini.model()).contains("g");
    assertThat(gemini.maxOutputTokens()).hasValue(7);
    assertThat(gemini.choices()).isEqualTo(2);
    assertThat(gemini.input().sample()).isEqualTo("Hi");
  }

  @Test
  void ofRepeatedFieldsTheLastCounts() {
    Asked asked =
        chat("{\"model\":\"a\",\"stream\":true,\"model\":\"b\",\"stream\":false,\"n\":2,\"n\":4}");
    assertThat(asked.model()).contains("b");
    assertThat(asked.modelRepeated()).isTrue();
    assertThat(asked.stream()).as("one of them asks for it").isTrue();
    assertThat(asked.choices()).isEqualTo(4);
    assertThat(chat("{\"model\":\"a\",\"model\":\"a\"}").modelRepeated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"model\":\"m\"",
        "{\"model\":\"m\"} x",
        "{\"model\":\"m\"}{}",
        "{\"model\":\"m\",}",
        "hello",
        "{'model':'m'}",
        "{\"model\":\"m\",\"Model\":\"other\"}",
        "{\"model\":\"m\",\"STREAM\":true}",
        "{\"model\":\"m\",\"\u017ftream\":true}",
        "{\"model\":\"m\",\"stream\":true,\"stream_Options\":{\"include_usage\":false}}",
        "{\"model\":\"m\",\"messages\":\"\u0001\"}"
      })
  void saysWhatIsNoJsonOrNotReadAlikeByAllServers(String body) {
    Asked asked = chat(body);
    assertThat(asked.readable()).isFalse();
    assertThat(UsageInjection.applies(CHAT, asked)).isFalse();
  }

  @Test
  void bodiesInOtherEncodingsAreNotReadable() {
    byte[] body = "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_16);
    assertThat(Asked.of(CHAT, body).readable()).isFalse();
  }

  @Test
  void boundsDepthAndSample() {
    assertThat(chat("{\"x\":" + "[".repeat(100_000)).readable()).isFalse();
    String text = "a".repeat(300_000);
    Asked asked = chat("{\"model\":\"m\",\"messages\":[{\"content\":\"" + text + "\"}]}");
    assertThat(asked.input().sample()).hasSize(TextSample.MAX_CHARACTERS);
    assertThat(asked.input().characters()).isEqualTo(300_000);
    assertThat(chat("{\"model\":\"" + text + "\"}").model()).isEmpty();
    assertThat(chat("{\"n\":99999999999999999999,\"max_tokens\":-1}").choices()).isEqualTo(1);
  }

  @Test
  void countsWhatIsBilledByOtherThanTokens() {
    assertThat(asked("/v1/audio/speech", "{\"model\":\"tts-1\",\"input\":\"Hällo\"}").units())
        .isEqualTo(Map.of("characters", 5L));
    assertThat(asked("/v1/images/generations", "{\"prompt\":\"cat\",\"n\":2}").units())
        .isEqualTo(Map.of("images", 2L));
    assertThat(asked("/v1/videos", "{\"prompt\":\"cat\",\"seconds\":\"8\"}").units())
        .isEqualTo(Map.of("videoSeconds", 8L));
  }

  @Test
  void readsTheBeginningOfAForm() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp3\"\r\n"
            + "Content-Type: audio/mpeg\r\n\r\n\u0000\u0001--b\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"stream\"\r\n\r\ntrue\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"user\"\r\n\r\ncut he";
    Asked asked =
        Asked.ofForm(
            Target.of("POST", "/v1/audio/transcriptions"),
            "multipart/form-data; boundary=\"b\"",
            form.getBytes(StandardCharsets.UTF_8));
    assertThat(asked.model()).contains("whisper-1");
    assertThat(asked.stream()).isTrue();
    assertThat(asked.identity().user()).isEmpty();
    assertThat(asked.readable()).isFalse();
  }
}
