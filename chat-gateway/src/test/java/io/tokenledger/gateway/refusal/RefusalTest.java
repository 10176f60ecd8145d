package io.tokenledger.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.gateway.request.Api;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  private static String body(Api api, int status) {
    Refusal refusal = new Refusal(status, "the_code", "A \"sentence\".", Optional.empty(), false);
    return refusal.body(api).toString();
  }

  @Test
  void hasTheFormOfEachApi() {
    assertThat(body(Api.OPENAI, 401))
        .isEqualTo(
            "{\"error\":{\"message\":\"A \\\"sentence\\\".\",\"type\":\"invalid_request_error\","
                + "\"param\":null,\"code\":\"the_code\"}}")
        .isEqualTo(body(Api.AZURE, 401));
    assertThat(body(Api.ANTHROPIC, 401))
        .isEqualTo(
            "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\","
                + "\"message\":\"A \\\"sentence\\\".\"}}");
    assertThat(body(Api.GEMINI, 401))
        .isEqualTo(
            "{\"error\":{\"code\":401,\"message\":\"A \\\"sentence\\\".\","
                + "\"status\":\"UNAUTHENTICATED\"}}");
    assertThat(body(Api.OLLAMA, 401)).isEqualTo("{\"error\":\"A \\\"sentence\\\".\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, invalid_request_error, INVALID_ARGUMENT",
    "403, permission_error, permission_error, PERMISSION_DENIED",
    "404, invalid_request_error, not_found_error, NOT_FOUND",
    "413, invalid_request_error, request_too_large, INVALID_ARGUMENT",
    "502, server_error, api_error, UNAVAILABLE",
    "503, server_error, overloaded_error, UNAVAILABLE",
    "504, server_error, timeout_error, DEADLINE_EXCEEDED"
  })
  void hasTheTypesOfEachApi(int status, String openAi, String anthropic, String gemini)
      throws Exception {
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(body(Api.OPENAI, status)).at("/error/type").asText())
        .isEqualTo(openAi);
    assertThat(json.readTree(body(Api.ANTHROPIC, status)).at("/error/type").asText())
        .isEqualTo(anthropic);
    assertThat(json.readTree(body(Api.GEMINI, status)).at("/error/status").asText())
        .isEqualTo(gemini);
  }

  @Test
  void tellsSdksWhetherToTryAgain() {
    assertThat(Refusal.unknownKey().headers(Api.OPENAI))
        .isEqualTo(Map.of("content-type", "application/json", "x-should-retry", "false"));
    assertThat(Refusal.busy().headers(Api.ANTHROPIC))
        .containsEntry("x-should-retry", "true")
        .containsEntry("retry-after", "1");
    assertThat(Refusal.upstreamTimeout().retry()).isFalse();
    Refusal late = new Refusal(503, "c", "m", Optional.of(Duration.ofHours(1)), true);
    assertThat(late.headers(Api.OPENAI)).containsEntry("retry-after", "60");
  }

  @Test
  void namesOfCallersAreMadePlain() {
    assertThat(Refusal.unknownModel("x\r\n\u0007").message())
        .isEqualTo("No upstream has the model \"x???\".");
  }
}
