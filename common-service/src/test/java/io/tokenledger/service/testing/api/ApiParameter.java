package io.tokenledger.service.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter of an operation.
 *
 * @param place {@code path} or {@code query}
 * @param plausible values that the document allows or gives as examples
 */
public record ApiParameter(String name, String place, List<String> plausible) {

  static ApiParameter of(JsonNode parameter, JsonNode schema) {
    List<String> plausible = new ArrayList<>();
    for (JsonNode source : List.of(parameter, schema)) {
      addText(plausible, source.path("example"));
      source.path("examples").forEach(each -> addText(plausible, each.path("value")));
      source.path("enum").forEach(each -> addText(plausible, each));
      addText(plausible, source.path("default"));
    }
    return new ApiParameter(
        parameter.path("name").asText(), parameter.path("in").asText(), List.copyOf(plausible));
  }

  public boolean isInPath() {
    return place.equals("path");
  }

  private static void addText(List<String> texts, JsonNode value) {
    if (value.isValueNode()) {
      texts.add(value.asText());
    }
  }
}
