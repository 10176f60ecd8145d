package io.tokenledger.service.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The OpenAPI document that the service under test publishes. */
public final class ApiDocument {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String text;
  private final JsonNode root;

  private ApiDocument(String text) throws IOException {
    this.text = text;
    this.root = new ObjectMapper().readTree(text);
  }

  public static ApiDocument fetch() {
    URI address = URI.create(baseUrl() + "/openapi?format=json");
    try {
      return new ApiDocument(
          CLIENT
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Of the service under test, without a slash at its end. */
  public static String baseUrl() {
    return ConfigProvider.getConfig().getValue("test.url", String.class).replaceAll("/$", "");
  }

  public String text() {
    return text;
  }

  /** In the order of the document. */
  public List<ApiOperation> operations() {
    return root.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> method.getValue().has("responses"))
                    .map(method -> operation(path.getKey(), method.getKey(), method.getValue())))
        .toList();
  }

  private ApiOperation operation(String path, String method, JsonNode description) {
    return new ApiOperation(this, method.toUpperCase(java.util.Locale.ROOT), path, description);
  }

  /** What a {@code $ref} stands for; anything else is itself. */
  JsonNode resolve(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.startsWith("#/") ? resolve(root.at(ref.substring(1))) : node;
  }
}
