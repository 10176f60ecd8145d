package io.tokenledger.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.People;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What each test of conversations has: a member of an org of its own. */
abstract class ChatTest extends GatewayTest {

  protected final String user = "user-" + script;
  protected String token;

  @BeforeEach
  void member() {
    token = People.member(org, user, "member");
  }

  /** A word of the stream of a scripted model. */
  static String word(String text) {
    return "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
  }

  static final String STOP =
      "data: {\"model\":\"m\",\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
  static final String USAGE =
      "data: {\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,"
          + "\"total_tokens\":9}}\n\ndata: [DONE]\n\n";

  HttpResponse<String> send(String bearer, String method, String path, String body) {
    return call(bearer, path).method(method).body(body).text();
  }

  JsonObject json(String bearer, String method, String path, String body) {
    HttpResponse<String> answer = send(bearer, method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return new JsonObject(answer.body());
  }

  static GatewayCall call(String bearer, String path) {
    return GatewayCall.to(path).header("authorization", "Bearer " + bearer);
  }

  /** The path of a new conversation with a model. */
  String conversation(String bearer, String model) {
    JsonObject made =
        json(
            bearer,
            "POST",
            "/conversations",
            new JsonObject().put("orgId", org).put("model", model).encode());
    return "/conversations/" + made.getString("id");
  }

  static String question(String content) {
    return new JsonObject().put("content", content).encode();
  }

  static GatewayCall asked(String bearer, String conversation, String content) {
    return call(bearer, conversation + "/messages")
        .header("accept", "text/event-stream")
        .body(question(content));
  }

  /** The data of all events of the name. */
  static List<JsonObject> events(String stream, String name) {
    List<JsonObject> found = new ArrayList<>();
    for (String event : stream.split("\n\n")) {
      if (event.contains("event:" + name) || event.contains("event: " + name)) {
        found.add(new JsonObject(event.substring(event.indexOf('{'))));
      }
    }
    return found;
  }

  static JsonObject last(JsonObject opened) {
    var messages = opened.getJsonArray("messages");
    return messages.getJsonObject(messages.size() - 1);
  }
}
