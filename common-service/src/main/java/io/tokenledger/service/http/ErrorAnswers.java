package io.tokenledger.service.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Describes every error as the problem that it is, so that a resource need only say what it means;
 * and no success as one, which the media types of a resource would make it.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ErrorAnswers implements OASFilter {

  private static final String SCHEMA = Problem.class.getSimpleName();
  private static final Map<String, String> OF_THE_FRAMEWORK =
      Map.of(
          "Not Authorized", "No valid bearer token.",
          "Not Allowed", "The caller may not do this.");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getPaths() == null) {
      return; // A service that only passes on has no endpoint of its own.
    }
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    if (schemas == null || !schemas.containsKey(SCHEMA)) {
      api.getComponents().addSchema(SCHEMA, problem());
    }
    KeptAnswers kept = KeptAnswers.read();
    kept.addErrors(api);
    kept.addMeanings(api);
    kept.addParameters(api);
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .forEach(ErrorAnswers::describe);
    kept.addExamples(api);
  }

  static MediaType problemType() {
    return OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
  }

  /** The short annotation of a body leaves open whether there must be one, which there must. */
  private static void describe(Operation operation) {
    if (operation.getRequestBody() != null && operation.getRequestBody().getRequired() == null) {
      operation.getRequestBody().setRequired(true);
    }
    operation.getResponses().getAPIResponses().forEach(ErrorAnswers::describe);
  }

  private static void describe(String status, APIResponse answer) {
    if (answer.getRef() != null) {
      return;
    }
    Content content = answer.getContent();
    if (status.compareTo("400") < 0) {
      if (content != null) {
        content.removeMediaType(Problem.MEDIA_TYPE);
      }
      return;
    }
    String description = answer.getDescription();
    answer.setDescription(OF_THE_FRAMEWORK.getOrDefault(description, description));
    if (content == null || !content.hasMediaType(Problem.MEDIA_TYPE)) {
      answer.setContent(
          (content == null ? OASFactory.createContent() : content)
              .addMediaType(Problem.MEDIA_TYPE, problemType()));
    }
  }

  private static Schema problem() {
    Schema schema =
        OASFactory.createSchema()
            .type(List.of(Schema.SchemaType.OBJECT))
            .description("An error (RFC 9457); the code is stable.")
            .addProperty(
                "status", OASFactory.createSchema().type(List.of(Schema.SchemaType.INTEGER)));
    for (String text : List.of("type", "title", "code", "detail")) {
      schema.addProperty(text, OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }
    return schema;
  }
}
