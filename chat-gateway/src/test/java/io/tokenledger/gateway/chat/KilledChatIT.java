package io.tokenledger.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayProcess;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.People;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Script.End;
import io.tokenledger.gateway.support.ScriptedUpstream;
import io.tokenledger.gateway.support.Told;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of an answer of a conversation. */
class KilledChatIT extends GatewayTest {

  private static final String SENTENCE = "some words that are nobody's business";

  KilledChatIT() {
    super(ScriptedUpstream.another());
  }

  @Test
  void theAnswerIsInterruptedAndItsCallIsOnePartialEvent(@TempDir Path directory) throws Exception {
    upstream.script(
        script,
        Script.events(
                "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\n")
            .ending(End.HANG));
    try (GatewayProcess gateway = new GatewayProcess(directory, upstream)) {
      gateway.start();
      RestAssured.port = gateway.port();
      JsonObject made = new JsonObject(ask("POST", "", "{\"model\":\"gpt-x\"}").body());
      String path = "/" + made.getString("id");
      readUntilHalf(path);
      gateway.kill();
      gateway.start();

      JsonNode event = Told.of(org, 1).get(0);
      assertThat(event.path("usageSource").asText()).isEqualTo("partial");
      assertThat(event.path("errorMessage").asText()).startsWith("gateway_stopped: ");
      assertThat(event.path("conversationId").asText()).isEqualTo(made.getString("id"));
      assertThat(ask("POST", path + "/messages", "{\"content\":\"hi\"}").statusCode())
          .as("it may run elsewhere, for a minute")
          .isEqualTo(409);
      aMinuteLater();
      JsonObject answer = answers(path).get(1);
      assertThat(answer.getString("state")).isEqualTo("interrupted");
      assertThat(answer.getString("content")).isIn("", "half");

      String again = "{\"content\":\"hi\",\"model\":\"echo-1\"}";
      assertThat(ask("POST", path + "/messages", again).statusCode()).isEqualTo(200);
      assertThat(Told.of(org, 2)).hasSize(2);
      assertThat(answers(path)).extracting(each -> each.getString("state")).hasSize(4);
    }
    assertThat(Told.everything()).doesNotContain(SENTENCE);
  }

  private void readUntilHalf(String path) throws Exception {
    var open =
        inConversations(path + "/messages")
            .header("accept", "text/event-stream")
            .body("{\"content\":\"" + SENTENCE + " " + script + "\"}")
            .open();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(open.body(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (!line.contains("half")) {
      line = lines.readLine();
    }
  }

  private void aMinuteLater() {
    People.execute(
        "UPDATE chat.message SET touched_at = now() - interval '61 seconds' WHERE org_id = ?", org);
  }

  private List<JsonObject> answers(String path) {
    return new JsonObject(ask("GET", path, "").body())
        .getJsonArray("messages").stream().map(JsonObject.class::cast).toList();
  }

  private HttpResponse<String> ask(String method, String path, String body) {
    return inConversations(path).method(method).body(body).text();
  }

  private GatewayCall inConversations(String path) {
    return GatewayCall.to("/conversations" + path).header("authorization", "Bearer " + key);
  }
}
