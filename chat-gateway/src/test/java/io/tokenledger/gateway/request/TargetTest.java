package io.tokenledger.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      textBlock =
          """
          POST   | /v1/chat/completions                    | OPENAI    | CHAT            | METERED
          GET    | /v1/chat/completions                    | OPENAI    | OTHER           | FREE
          GET    | /v1/chat/completions/chatcmpl-1/messages| OPENAI    | OTHER           | FREE
          POST   | /v1/chat/completions/chatcmpl-1         | OPENAI    | OTHER           | FREE
          DELETE | /v1/chat/completions/chatcmpl-1         | OPENAI    | OTHER           | FREE
          POST   | /v1/completions                         | OPENAI    | COMPLETION      | METERED
          POST   | /v1/responses                           | OPENAI    | RESPONSE        | METERED
          GET    | /v1/responses/resp_1                    | OPENAI    | RESPONSE_READ   | FREE
          GET    | /v1/responses/resp_1?stream=true        | OPENAI    | RESPONSE_READ   | FREE
          DELETE | /v1/responses/resp_1                    | OPENAI    | RESPONSE_DELETE | FREE
          GET    | /v1/responses/resp_1/input_items        | OPENAI    | OTHER           | FREE
          POST   | /v1/responses/resp_1/cancel             | OPENAI    | RESPONSE_CANCEL | FREE
          POST   | /v1/responses/compact                   | OPENAI    | RESPONSE        | METERED
          POST   | /v1/responses/input_tokens              | OPENAI    | TOKEN_COUNT     | FREE
          POST   | /v1/embeddings                          | OPENAI    | EMBEDDING       | METERED
          POST   | /v1/images/generations                  | OPENAI    | IMAGE           | METERED
          POST   | /v1/images/edits                        | OPENAI    | IMAGE           | METERED
          POST   | /v1/images/variations                   | OPENAI    | IMAGE           | METERED
          POST   | /v1/audio/transcriptions                | OPENAI    | TRANSCRIPTION   | METERED
          POST   | /v1/audio/translations                  | OPENAI    | TRANSCRIPTION   | METERED
          POST   | /v1/audio/speech                        | OPENAI    | SPEECH          | METERED
          POST   | /v1/moderations                         | OPENAI    | MODERATION      | FREE
          POST   | /v1/videos                              | OPENAI    | VIDEO           | METERED
          POST   | /v1/videos/v1/remix                     | OPENAI    | VIDEO           | METERED
          POST   | /v1/batches                             | OPENAI    | BATCH           | UNKNOWN
          GET    | /v1/batches/batch_1                     | OPENAI    | OTHER           | FREE
          POST   | /v1/files                               | OPENAI    | OTHER           | FREE
          GET    | /v1/models                              | OPENAI    | MODELS          | FREE
          GET    | /v1/models/gpt-5                        | OPENAI    | MODELS          | FREE
          POST   | /v1/conversations                       | OPENAI    | OTHER           | FREE
          POST   | /v1/vector_stores                       | OPENAI    | OTHER           | UNKNOWN
          POST   | /v1/containers                          | OPENAI    | OTHER           | UNKNOWN
          POST   | /v1/fine_tuning/jobs                    | OPENAI    | OTHER           | UNKNOWN
          POST   | /v1/threads/t/runs                      | OPENAI    | OTHER           | UNKNOWN
          POST   | /v1/threads/t/messages                  | OPENAI    | OTHER           | UNKNOWN
          POST   | /v1/evals                               | OPENAI    | OTHER           | UNKNOWN
          PUT    | /v1/chat/completions                    | OPENAI    | OTHER           | UNKNOWN
          POST   | /v1/whatever                            | OPENAI    | OTHER           | UNKNOWN
          POST   | /v1/realtime/client_secrets             | OPENAI    | REALTIME        | REFUSED
          POST   | /v1/realtime/sessions                   | OPENAI    | REALTIME        | REFUSED
          POST   | /v1/realtime/calls                      | OPENAI    | REALTIME        | REFUSED
          GET    | /v1/realtime                            | OPENAI    | REALTIME        | REFUSED
          POST   | /v1/chatkit/sessions                    | OPENAI    | REALTIME        | REFUSED
          POST   | /chat/completions                       | OPENAI    | CHAT            | METERED
          POST   | /api/v1/chat/completions                | OPENAI    | CHAT            | METERED
          POST   | /v1/messages                            | ANTHROPIC | CHAT            | METERED
          POST   | /v1/messages/count_tokens               | ANTHROPIC | TOKEN_COUNT     | FREE
          POST   | /v1/messages/batches                    | ANTHROPIC | BATCH           | UNKNOWN
          GET    | /v1/messages/batches/b/results          | ANTHROPIC | OTHER           | FREE
          POST   | /openai/v1/chat/completions             | AZURE     | CHAT            | METERED
          POST   | /openai/v1/responses                    | AZURE     | RESPONSE        | METERED
          POST   | /openai/responses?api-version=1         | AZURE     | RESPONSE        | METERED
          POST   | /openai/realtime?deployment=d           | AZURE     | REALTIME        | REFUSED
          POST   | /v1beta/models/g:generateContent        | GEMINI    | CHAT            | METERED
          POST   | /v1beta/models/g:streamGenerateContent  | GEMINI    | CHAT            | METERED
          POST   | /v1beta/models/g:embedContent           | GEMINI    | EMBEDDING       | METERED
          POST   | /v1beta/models/g:batchEmbedContents     | GEMINI    | EMBEDDING       | METERED
          POST   | /v1beta/models/g:countTokens            | GEMINI    | TOKEN_COUNT     | FREE
          POST   | /v1beta/models/g:somethingNew           | GEMINI    | OTHER           | UNKNOWN
          GET    | /v1beta/models                          | GEMINI    | MODELS          | FREE
          POST   | /v1beta/openai/chat/completions         | OPENAI    | CHAT            | METERED
          POST   | /v1alpha/auth_tokens                    | GEMINI    | REALTIME        | REFUSED
          POST   | /api/chat                               | OLLAMA    | CHAT            | METERED
          POST   | /api/generate                           | OLLAMA    | COMPLETION      | METERED
          POST   | /api/embed                              | OLLAMA    | EMBEDDING       | METERED
          POST   | /api/show                               | OLLAMA    | MODELS          | FREE
          GET    | /api/tags                               | OLLAMA    | MODELS          | FREE
          CONNECT| /v1/chat/completions                    | OPENAI    | OTHER           | REFUSED
          """)
  void knowsThePathsOfAllApis(
      String method, String path, Api api, Operation operation, Metering metering) {
    Target target = Target.of(method, path);
    assertThat(target.api()).isEqualTo(api);
    assertThat(target.operation()).isEqualTo(operation);
    assertThat(target.metering()).isEqualTo(metering);
    assertThat(target.refusalReason().isEmpty()).isEqualTo(metering != Metering.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "/openai/deployments/My-GPT/chat/completions?api-version=2024-10-21, AZURE, CHAT, My-GPT",
    "/openai/deployments/v1/embeddings, AZURE, EMBEDDING, v1",
    "/openai/deployments/d/extensions/chat/completions, AZURE, CHAT, d",
    "/v1beta/models/gemini-2.5-flash:generateContent, GEMINI, CHAT, gemini-2.5-flash",
    "/v1beta/models/google/gemini-2.5-pro:embedContent, GEMINI, EMBEDDING, google/gemini-2.5-pro",
    "/v1beta/models/gemini-2.5-flash%3AgenerateContent, GEMINI, CHAT, gemini-2.5-flash",
    "/v1beta/tunedModels/t-1:generateContent, GEMINI, CHAT, t-1",
    "/v1/projects/p/locations/l/publishers/anthropic/models/claude:rawPredict, GEMINI, CHAT,"
        + " claude",
  })
  void readsTheModelOfAPath(String path, Api api, Operation operation, String model) {
    Target target = Target.of("POST", path);
    assertThat(target.api()).isEqualTo(api);
    assertThat(target.operation()).isEqualTo(operation);
    assertThat(target.metering()).isEqualTo(Metering.METERED);
    assertThat(target.modelInPath()).contains(model);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1//chat/completions",
        "/v1/chat/completions/",
        "/V1/Chat/Completions",
        "/v1/chat/%63ompletions",
        "/v1/chat%2Fcompletions",
        "/v1/chat/completions;v=1",
        "/v1;a/chat;b=2/completions%3Bc",
        "//v1/chat/completions?x=/v1/models"
      })
  void noSpellingLeadsPastTheMeter(String path) {
    assertThat(Target.of("POST", path).metering()).isEqualTo(Metering.METERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/files/../chat/completions",
        "/v1/./models",
        "/v1/%2e%2e/realtime",
        "/v1/files\\..\\x",
        "/v1/%zz",
        "/v1/x/..;/chat/completions",
        "/v1/chat/completions#x",
        "/v1/%0d%0ax"
      })
  void refusesPathsThatServersReadDifferently(String path) {
    assertThat(Target.of("POST", path).metering()).isEqualTo(Metering.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/responses", "/v1/realtime?model=m", "/v1/chat/completions", "/x"})
  void refusesWebSockets(String path) {
    Target target = Target.of("GET", path, true);
    assertThat(target.metering()).isEqualTo(Metering.REFUSED);
    assertThat(target.refusalReason()).contains("WebSockets");
  }

  @Test
  void namesTheResponseOfAPoll() {
    assertThat(Target.of("GET", "/v1/responses/resp_Ab1").responseInPath()).contains("resp_Ab1");
    assertThat(Target.of("POST", "/v1/responses/resp_Ab1/cancel").responseInPath())
        .contains("resp_Ab1");
  }
}
