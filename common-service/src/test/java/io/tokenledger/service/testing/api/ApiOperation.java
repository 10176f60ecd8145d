package io.tokenledger.service.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One method of one path.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 * @param description what the document says about it
 */
public record ApiOperation(ApiDocument document, String method, String path, JsonNode description) {

  /** Of the path and of the query. */
  public List<ApiParameter> parameters() {
    return StreamSupport.stream(description.path("parameters").spliterator(), false)
        .map(document::resolve)
        .map(each -> ApiParameter.of(each, document.resolve(each.path("schema"))))
        .toList();
  }

  /** A body that the document gives as an example. */
  public Optional<JsonNode> bodyExample() {
    JsonNode json = description.path("requestBody").path("content").path("application/json");
    JsonNode named = json.path("examples");
    if (named.size() > 0) {
      return Optional.of(document.resolve(named.iterator().next()).path("value"));
    }
    return json.has("example") ? Optional.of(json.get("example")) : Optional.empty();
  }

  public boolean takesBody() {
    return description.has("requestBody");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
