package io.tokenledger.query.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.tokenledger.service.http.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes the errors of every operation, so that no endpoint can forget one: what each may answer
 * follows from its path and its parameters.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

  private static final String SCHEMA = Problem.class.getSimpleName();

  /** What is for people who are not signed in yet, and describes its errors itself. */
  private static final List<String> PUBLIC = List.of("/auth/", "/app/");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths().getPathItems().forEach(ProblemResponses::describe);
  }

  private static void describe(String path, PathItem item) {
    if (PUBLIC.stream().anyMatch(path::startsWith)) {
      return;
    }
    item.getOperations().values().forEach(operation -> describe(path, operation));
  }

  private static void describe(String path, Operation operation) {
    if (operation.getParameters() != null && !operation.getParameters().isEmpty()) {
      add(operation, 400, "invalid_parameter", "A parameter is malformed; the detail names it.");
    }
    add(operation, 401, "unauthenticated", "No valid bearer token.");
    // The framework puts it where a token is asked for, whether or not one may be refused.
    operation.getResponses().removeAPIResponse("403");
    if (path.startsWith("/conversations/")) {
      add(operation, 404, "not_found", "There is none, or the caller may not see it.");
    } else if (!path.equals("/me") && !path.startsWith("/me/")) {
      add(operation, 403, "forbidden", "The caller may not do this, or there is no such org.");
    }
    add(
        operation,
        503,
        "unavailable",
        "The database does not answer, or is being upgraded; try again.");
    add(operation, 504, "timed_out", "The report takes too long; ask for less.");
  }

  private static void add(Operation operation, int status, String code, String description) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(description)
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().ref(SCHEMA))
                            .example(example(status, code, description))));
    operation.getResponses().addAPIResponse(Integer.toString(status), response);
  }

  /** In one order, so that the description is the same however often it is made. */
  private static Map<String, Object> example(int status, String code, String detail) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", "about:blank");
    example.put("status", status);
    example.put("code", code);
    example.put("detail", detail);
    return example;
  }
}
