package io.tokenledger.ingest.deadletters;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tokenledger.service.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /v1/dead-letters} as an operator calls it. */
final class DeadLetterApi {

  private static final String OPERATOR = TestTokens.token("olga", "events:admin");

  private DeadLetterApi() {}

  static ValidatableResponse list(String token, Map<String, ?> parameters) {
    return given().auth().oauth2(token).queryParams(parameters).get("/v1/dead-letters").then();
  }

  static JsonPath list(Map<String, ?> parameters) {
    return list(OPERATOR, parameters).statusCode(200).extract().jsonPath();
  }

  /** The letters of one org, once there are as many. */
  static List<Map<String, Object>> awaitLetters(String org, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> lettersOf(org), letters -> letters.size() >= count);
  }

  static List<Map<String, Object>> lettersOf(String org) {
    List<Map<String, Object>> letters = new ArrayList<>();
    JsonPath page = list(Map.of("orgId", org, "limit", 1000));
    letters.addAll(page.getList("deadLetters"));
    while (page.getString("nextCursor") != null) {
      page = list(Map.of("orgId", org, "limit", 1000, "cursor", page.getString("nextCursor")));
      letters.addAll(page.getList("deadLetters"));
    }
    return letters;
  }

  static ValidatableResponse replay(String token, String body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post("/v1/dead-letters/replay")
        .then();
  }

  static JsonPath replay(String body) {
    return replay(OPERATOR, body).statusCode(200).extract().jsonPath();
  }

  static JsonPath replayId(Object id) {
    return replay("{\"ids\":[\"%s\"]}".formatted(id));
  }
}
