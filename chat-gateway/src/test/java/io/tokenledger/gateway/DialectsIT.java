package io.tokenledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Azure's, Gemini's and Ollama's APIs, with the headers of their keys, streamed and at once. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class DialectsIT extends GatewayTest {

  private static final String GEMINI_WHOLE =
      "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hello!\"}]},\"finishReason\":\"STOP\"}],"
          + "\"usageMetadata\":{\"promptTokenCount\":120,\"candidatesTokenCount\":9},"
          + "\"modelVersion\":\"gemini-2.5-flash\"}";

  private static final String OLLAMA_WHOLE =
      "{\"model\":\"llama3.2\",\"message\":{\"content\":\"Hello\"},\"done\":true,"
          + "\"prompt_eval_count\":120,\"eval_count\":9}";

  @ParameterizedTest
  @CsvSource({
    "/openai/deployments/d/chat/completions?api-version=1,api-key,azure-chat.sse,azure",
    "/openai/deployments/d/chat/completions?api-version=1,api-key,openai-chat.json,azure",
    "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse,x-goog-api-key,gemini.sse,google",
    "/v1beta/models/gemini-2.5-flash:streamGenerateContent,x-goog-api-key,gemini-array.json,google",
    "/v1beta/models/gemini-2.5-flash:generateContent,x-goog-api-key,whole,google",
    "/api/chat,authorization,ollama.ndjson,ollama",
    "/api/chat,authorization,whole,ollama"
  })
  void passAndAreCounted(String path, String header, String file, String provider)
      throws IOException {
    String answer = answer(file, provider);
    upstream.script(script, script(file, answer));
    boolean streams = file.endsWith("sse") || file.endsWith("ndjson");
    String client =
        GatewayCall.to(path)
            .header(header, header.equals("authorization") ? "Bearer " + key : key)
            .script(script)
            .body("{\"model\":\"llama3.2\",\"stream\":%s,\"messages\":[]}".formatted(streams))
            .text()
            .body();
    assertThat(client).isEqualTo(file.equals("azure-chat.sse") ? withoutUsage(answer) : answer);
    assertThat(seen().uri()).isEqualTo(path);
    assertThat(seen().headers().get(header)).endsWith(GatewayProfile.UPSTREAM_KEY);
    UsageEvent event = decoded(Told.of(org, 1).get(0));
    assertThat(event.call().provider()).isEqualTo(provider);
    assertThat(answer).contains('"' + event.call().modelName() + '"');
    assertThat(event.tokens().input()).isEqualTo(120);
    assertThat(event.tokens().output()).isEqualTo(9);
    assertThat(event.success()).isTrue();
  }

  private static String answer(String file, String provider) throws IOException {
    if (file.equals("whole")) {
      return provider.equals("google") ? GEMINI_WHOLE : OLLAMA_WHOLE;
    }
    try (InputStream wire = DialectsIT.class.getResourceAsStream("/wire/" + file)) {
      return new String(wire.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** In pieces that end where they happen to. */
  private static Script script(String file, String answer) {
    String type =
        file.endsWith("sse")
            ? "text/event-stream"
            : file.endsWith("ndjson") ? "application/x-ndjson" : "application/json";
    int third = answer.length() / 3;
    return Script.answer(200, type)
        .then(answer.substring(0, third))
        .then(20, answer.substring(third, 2 * third))
        .then(20, answer.substring(2 * third));
  }

  /** The first chunk without choices is Azure's own, and stays. */
  private static String withoutUsage(String stream) {
    int last = stream.lastIndexOf("data: {");
    return stream.substring(0, last) + stream.substring(stream.indexOf("data: [DONE]"));
  }

  private static UsageEvent decoded(JsonNode event) {
    Instant now = Instant.now();
    return new UsageEventDecoder().decode(event, Map.of(), now, now);
  }
}
