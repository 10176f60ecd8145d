package io.tokenledger.service.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a published OpenAPI document must have: it is valid, and a person can use each operation
 * with nothing else in hand.
 */
public final class ApiLint {

  private static final String PROBLEM = "application/problem+json";

  private final ApiDocument document;
  private final List<String> findings = new ArrayList<>();

  private ApiLint(ApiDocument document) {
    this.document = document;
  }

  public static void assertClean() {
    ApiLint lint = new ApiLint(ApiDocument.fetch());
    lint.findings.addAll(
        new OpenAPIV3Parser()
            .readContents(lint.document.text(), List.of(), new ParseOptions())
            .getMessages());
    lint.document.operations().forEach(lint::check);
    assertThat(lint.findings).isEmpty();
  }

  private void check(ApiOperation operation) {
    JsonNode description = operation.description();
    require(operation, !description.path("summary").asText().isBlank(), "no summary");
    require(operation, description.path("tags").size() > 0, "no tag");
    for (JsonNode each : description.path("parameters")) {
      JsonNode parameter = document.resolve(each);
      String name = parameter.path("name").asText();
      require(operation, hasText(parameter, "description"), "parameter " + name + " not described");
    }
    checkContent(operation, "the body", document.resolve(description.path("requestBody")));
    checkAnswers(operation, description.path("responses"));
  }

  private void checkAnswers(ApiOperation operation, JsonNode answers) {
    TreeSet<String> statuses = new TreeSet<>();
    for (Map.Entry<String, JsonNode> each : answers.properties()) {
      JsonNode answer = document.resolve(each.getValue());
      statuses.add(each.getKey());
      if (each.getKey().startsWith("4") || each.getKey().startsWith("5")) {
        checkProblem(operation, each.getKey(), answer.path("content").path(PROBLEM));
      } else {
        checkContent(operation, "the answer " + each.getKey(), answer);
      }
      require(operation, hasText(answer, "description"), each.getKey() + " not described");
    }
    require(operation, statuses.stream().anyMatch(s -> s.startsWith("2")), "no success");
    boolean guarded = operation.description().path("security").size() > 0;
    require(operation, !guarded || statuses.contains("401"), "guarded, and no 401");
  }

  /** An error names its status in its examples. */
  private void checkProblem(ApiOperation operation, String status, JsonNode problem) {
    require(operation, problem.has("schema"), status + " is no " + PROBLEM);
    for (JsonNode each : examplesOf(problem)) {
      boolean told = each.path("status").asText().equals(status);
      require(operation, told, status + " has an example of another status");
    }
  }

  /** What is read or written as JSON has an example that is JSON. */
  private void checkContent(ApiOperation operation, String what, JsonNode owner) {
    JsonNode json = owner.path("content").path("application/json");
    List<JsonNode> examples = examplesOf(json);
    require(operation, json.isMissingNode() || !examples.isEmpty(), what + " has no example");
    boolean read = examples.stream().allMatch(JsonNode::isContainerNode);
    require(operation, read, what + " has an example that is no JSON");
  }

  private static List<JsonNode> examplesOf(JsonNode media) {
    List<JsonNode> examples = new ArrayList<>();
    media.path("examples").forEach(each -> examples.add(each.path("value")));
    if (media.has("example")) {
      examples.add(media.get("example"));
    }
    return examples;
  }

  private void require(ApiOperation operation, boolean held, String otherwise) {
    if (!held) {
      findings.add(operation + ": " + otherwise);
    }
  }

  private static boolean hasText(JsonNode node, String field) {
    return !node.path(field).asText().isBlank();
  }
}
