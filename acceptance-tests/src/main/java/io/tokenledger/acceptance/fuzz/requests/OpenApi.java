package io.tokenledger.acceptance.fuzz.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a service says that it can be asked, in the order of its OpenAPI document. */
final class OpenApi {

  private static final String PATH = "/openapi?format=json";

  private final Component service;
  private final JsonNode root;

  private OpenApi(Component service, JsonNode root) {
    this.service = service;
    this.root = root;
  }

  /**
   * One method of one path.
   *
   * @param path with its parameters in braces
   * @param bodies that the document gives as examples; none where no body is taken
   */
  record Operation(
      Component service,
      String method,
      String path,
      List<Parameter> parameters,
      List<JsonNode> bodies) {}

  /**
   * @param place {@code path}, {@code query} or {@code header}
   * @param plausible values that the document allows or gives as examples
   */
  record Parameter(String name, String place, List<String> plausible) {}

  static List<Operation> operations(Component service, Api api) {
    JsonNode document = api.get(service, PATH, "").json();
    return new OpenApi(service, document).operations();
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : root.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (method.getValue().has("responses")) {
          operations.add(operation(method.getKey(), path.getKey(), method.getValue()));
        }
      }
    }
    return operations;
  }

  private Operation operation(String method, String path, JsonNode description) {
    List<Parameter> parameters = new ArrayList<>();
    description.path("parameters").forEach(each -> parameters.add(parameter(resolve(each))));
    List<JsonNode> bodies = new ArrayList<>();
    for (JsonNode content : resolve(description.path("requestBody")).path("content")) {
      content.path("examples").forEach(each -> bodies.add(resolve(each).path("value")));
    }
    return new Operation(service, method.toUpperCase(Locale.ROOT), path, parameters, bodies);
  }

  private Parameter parameter(JsonNode parameter) {
    List<String> plausible = new ArrayList<>();
    for (JsonNode source : List.of(parameter, resolve(parameter.path("schema")))) {
      add(plausible, source.path("example"));
      source.path("examples").forEach(each -> add(plausible, each.path("value")));
      source.path("enum").forEach(each -> add(plausible, each));
      add(plausible, source.path("default"));
    }
    return new Parameter(
        parameter.path("name").asText(), parameter.path("in").asText(), List.copyOf(plausible));
  }

  /** What a {@code $ref} stands for; anything else is itself. */
  private JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.startsWith("#/") ? resolve(root.at(ref.substring(1))) : node;
  }

  private static void add(List<String> texts, JsonNode value) {
    if (value.isValueNode()) {
      texts.add(value.asText());
    }
  }
}
