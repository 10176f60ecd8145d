package io.tokenledger.prices;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The published description: whoever reads nothing else can call every endpoint. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class OpenApiIT {

  private static final String JSON_MEDIA = "/content/application~1json";
  private static final String PROBLEM_MEDIA = "/content/application~1problem+json";

  @Test
  void itNamesThePathsAndTheScheme() throws IOException {
    JsonNode api = api();
    assertThat(api.at("/info/title").asText()).isEqualTo("Tokenledger pricing API");
    assertThat(api.at("/components/securitySchemes/bearer/scheme").asText()).isEqualTo("bearer");
    assertThat(api.at("/components/securitySchemes/bearer/bearerFormat").asText()).isEqualTo("JWT");
    List<String> paths = new ArrayList<>();
    api.path("paths").fieldNames().forEachRemaining(paths::add);
    assertThat(paths)
        .contains(
            "/v1/prices",
            "/v1/prices/{provider}/{modelName}",
            "/v1/prices/{provider}/{modelName}/history",
            "/v1/aliases",
            "/v1/aliases/{provider}/{alias}",
            "/v1/price-changes",
            "/v1/price-book",
            "/v1/resolve");
    assertThat(given().redirects().follow(true).get("/docs/").statusCode()).isEqualTo(200);
  }

  @Test
  void everyOperationIsDescribedWithExamplesAndErrors() throws IOException {
    JsonNode api = api();
    SoftAssertions softly = new SoftAssertions();
    int operations = 0;
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations++;
        String name = method.getKey() + " " + path.getKey();
        assertDescribed(softly, name, method.getValue(), api);
      }
    }
    softly.assertAll();
    assertThat(operations).isGreaterThanOrEqualTo(10);
  }

  private static void assertDescribed(
      SoftAssertions softly, String name, JsonNode operation, JsonNode api) {
    softly.assertThat(operation.path("summary").asText()).as(name + " summary").isNotEmpty();
    softly.assertThat(operation.at("/security/0").has("bearer")).as(name + " security").isTrue();
    for (JsonNode parameter : operation.path("parameters")) {
      softly.assertThat(parameter.path("description").asText()).as(name + parameter).isNotEmpty();
    }
    if (operation.has("requestBody")) {
      assertExample(softly, name + " body", operation.at("/requestBody" + JSON_MEDIA));
    }
    if (operation.has("requestBody") || !operation.path("parameters").findValues("in").stream().allMatch(in -> in.asText().equals("header"))) {
      softly.assertThat(operation.path("responses").has("400")).as(name + " 400").isTrue();
    }
    softly
        .assertThat(operation.path("responses").properties().stream().map(Map.Entry::getKey))
        .as(name)
        .contains("401", "403")
        .anyMatch(code -> code.startsWith("2"));
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      String what = name + " " + response.getKey();
      assertAnswer(softly, what, response.getKey(), resolved(response.getValue(), api));
    }
  }

  private static void assertAnswer(
      SoftAssertions softly, String what, String code, JsonNode response) {
    softly.assertThat(response.path("description").asText()).as(what).isNotEmpty();
    if (code.startsWith("4") || code.startsWith("5")) {
      JsonNode problem = response.at(PROBLEM_MEDIA);
      assertExample(softly, what, problem);
      JsonNode example = problem.path("examples").elements().next().path("value");
      softly.assertThat(example.path("status").asText()).as(what).isEqualTo(code);
    } else if (code.startsWith("2")) {
      assertExample(softly, what, response.at(JSON_MEDIA));
    }
  }

  /** A value that is text is an example that is no JSON. */
  private static void assertExample(SoftAssertions softly, String what, JsonNode media) {
    softly.assertThat(media.has("schema")).as(what + " schema").isTrue();
    JsonNode examples = media.path("examples");
    softly.assertThat(examples.isEmpty()).as(what + " has no example").isFalse();
    examples.forEach(
        example ->
            softly.assertThat(example.path("value").isContainerNode()).as(what + example).isTrue());
  }

  private static JsonNode resolved(JsonNode response, JsonNode api) {
    return response.has("$ref")
        ? api.at(response.path("$ref").asText().substring(1))
        : response;
  }

  private static JsonNode api() throws IOException {
    return new JsonMapper().readTree(given().get("/openapi?format=json").asString());
  }
}
