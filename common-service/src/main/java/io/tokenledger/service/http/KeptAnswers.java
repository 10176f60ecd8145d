package io.tokenledger.service.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What a service's {@code openapi-examples.json} says of its API, so that resources need not: the
 * errors of all paths below a prefix, and of each operation what a caller should know and what its
 * answers mean, with examples.
 *
 * <pre>
 * {"responses": {"NAME": ANSWER},                          shared by name
 *  "errors": {"/v1": {"401": "NAME or ANSWER"}},           of the longest prefix that fits
 *  "operations": {"GET /v1/x": {"description": "What a caller should know.",
 *    "200": "MEANING or NAME"}},                            its answers, errors too
 *  "parameters": {"/v1/x": {"id": {"description": "…"}}},  see {@link KeptParameters}
 *  "examples": {"GET /v1/x": {"200": {"TITLE": VALUE}, "body": {"TITLE": VALUE}}}}
 * </pre>
 *
 * where an answer is {@code {"description": "…", "examples": {"TITLE": VALUE}}}; null for an error
 * that cannot happen, though the framework tells it. A title may be empty, for the only example. An
 * error 400 is told only of an operation that has parameters or a body.
 */
final class KeptAnswers {

  private static final String FILE = "openapi-examples.json";
  private static final String MALFORMED = "400";
  private static final String BODY = "body";
  private static final String DESCRIPTION = "description";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode kept;

  private KeptAnswers(JsonNode kept) {
    this.kept = kept;
  }

  static KeptAnswers read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      return new KeptAnswers(file == null ? JSON.createObjectNode() : JSON.readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void addErrors(OpenAPI api) {
    kept.path("responses")
        .properties()
        .forEach(each -> api.getComponents().addResponse(each.getKey(), answer(each.getValue())));
    api.getPaths().getPathItems().forEach(this::addErrors);
  }

  void addMeanings(OpenAPI api) {
    toEach(api, "operations", this::addMeanings);
  }

  void addParameters(OpenAPI api) {
    new KeptParameters(kept.path("parameters")).addTo(api);
  }

  void addExamples(OpenAPI api) {
    toEach(api, "examples", KeptAnswers::addExamples);
  }

  private void toEach(OpenAPI api, String section, BiConsumer<Operation, JsonNode> add) {
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) ->
                            add.accept(operation, kept.path(section).path(method + " " + path))));
  }

  private void addErrors(String path, PathItem item) {
    JsonNode errors = kept.path("errors").path(longestPrefix(path));
    for (Operation operation : item.getOperations().values()) {
      for (var error : errors.properties()) {
        if (!error.getKey().equals(MALFORMED) || canBeMalformed(operation)) {
          add(operation.getResponses(), error.getKey(), error.getValue());
        }
      }
    }
  }

  private static void add(APIResponses answers, String status, JsonNode kept) {
    if (kept.isNull()) {
      answers.removeAPIResponse(status);
    } else {
      answers.addAPIResponse(status, answer(kept));
    }
  }

  private String longestPrefix(String path) {
    String longest = "";
    for (var each : kept.path("errors").properties()) {
      String prefix = each.getKey();
      boolean fits = KeptParameters.isWithin(path, prefix);
      longest = fits && prefix.length() > longest.length() ? prefix : longest;
    }
    return longest;
  }

  private static boolean canBeMalformed(Operation operation) {
    return operation.getRequestBody() != null
        || operation.getParameters() != null && !operation.getParameters().isEmpty();
  }

  /** An error is told as a problem by {@link ErrorAnswers}. */
  private void addMeanings(Operation operation, JsonNode meanings) {
    APIResponses answers = operation.getResponses();
    for (var each : meanings.properties()) {
      String status = each.getKey();
      String meaning = each.getValue().textValue();
      if (status.equals(DESCRIPTION)) {
        operation.setDescription(meaning);
      } else if (kept.path("responses").has(meaning)) {
        add(answers, status, each.getValue());
      } else {
        answers.addAPIResponse(status, answer(meaning, answers.getAPIResponse(status)));
      }
    }
  }

  /** The framework's own answers are shared among operations: none is changed in its place. */
  private static APIResponse answer(String meaning, APIResponse told) {
    return OASFactory.createAPIResponse()
        .description(meaning)
        .content(told == null ? null : told.getContent());
  }

  private static void addExamples(Operation operation, JsonNode examples) {
    for (var each : examples.properties()) {
      Content content =
          each.getKey().equals(BODY)
              ? operation.getRequestBody().getContent()
              : operation.getResponses().getAPIResponse(each.getKey()).getContent();
      addExamples(content, each.getValue());
    }
  }

  private static APIResponse answer(JsonNode kept) {
    if (kept.isTextual()) {
      return OASFactory.createAPIResponse().ref(kept.textValue());
    }
    Content content =
        OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, ErrorAnswers.problemType());
    addExamples(content, kept.path("examples"));
    return OASFactory.createAPIResponse()
        .description(kept.path(DESCRIPTION).asText())
        .content(content);
  }

  private static void addExamples(Content content, JsonNode examples) {
    for (var example : examples.properties()) {
      Object value = JSON.convertValue(example.getValue(), Object.class);
      content.getMediaTypes().values().forEach(type -> addExample(type, example.getKey(), value));
    }
  }

  private static void addExample(MediaType type, String title, Object value) {
    if (title.isEmpty()) {
      type.setExample(value);
    } else {
      type.addExample(title, OASFactory.createExample().value(value));
    }
  }
}
