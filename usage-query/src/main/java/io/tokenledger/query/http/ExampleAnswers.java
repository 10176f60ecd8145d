package io.tokenledger.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Shows an answer of each endpoint, from {@code openapi-examples.json}: by path, and method. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExampleAnswers implements OASFilter {

  private static final String FILE = "/openapi-examples.json";
  private static final String OK = "200";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    JsonNode examples = read();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .values()
                    .forEach(operation -> add(operation, examples.path(path))));
  }

  private static void add(Operation operation, JsonNode example) {
    APIResponse answer = operation.getResponses().getAPIResponse(OK);
    if (!example.isMissingNode() && answer != null) {
      Object value = new ObjectMapper().convertValue(example, Object.class);
      answer.getContent().getMediaTypes().values().stream()
          .filter(content -> content.getExamples() == null)
          .forEach(content -> content.setExample(value));
    }
  }

  private static JsonNode read() {
    try (InputStream file = ExampleAnswers.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
