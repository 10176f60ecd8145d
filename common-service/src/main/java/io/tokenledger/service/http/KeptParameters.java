package io.tokenledger.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What {@link KeptAnswers} keep of parameters that several operations have. What a resource says of
 * its own goes before.
 */
final class KeptParameters {

  private final JsonNode kept;

  /**
   * @param kept {@code {"/v1/x": {"id": {"description": "Of the x.", "example": "7"}}}}: by the
   *     operation, or by the longest prefix of its path, that names the parameter
   */
  KeptParameters(JsonNode kept) {
    this.kept = kept;
  }

  void addTo(OpenAPI api) {
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> describe(operation, method + " " + path, path)));
  }

  private void describe(Operation operation, String name, String path) {
    for (Parameter each :
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
      if (each.getDescription() == null) {
        JsonNode parameter = find(each.getName(), name, path);
        each.setDescription(parameter.path("description").textValue());
        each.setExample(parameter.path("example").textValue());
      }
    }
  }

  private JsonNode find(String parameter, String operation, String path) {
    return kept.propertyStream()
        .filter(each -> each.getValue().has(parameter))
        .filter(each -> operation.equals(each.getKey()) || isWithin(path, each.getKey()))
        .max(Comparator.comparingInt(each -> each.getKey().length()))
        .map(each -> each.getValue().get(parameter))
        .orElse(MissingNode.getInstance());
  }

  static boolean isWithin(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }
}
