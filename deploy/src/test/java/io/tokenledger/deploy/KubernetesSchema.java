package io.tokenledger.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The API's own models, which know every field of Kubernetes; for kinds of operators, schemas
 * beside this test with the fields that the chart uses.
 */
final class KubernetesSchema {

  private static final String MODELS = "io.kubernetes.client.openapi.models.";

  private KubernetesSchema() {}

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static void validate(Manifest manifest) {
    try (InputStream extension =
        KubernetesSchema.class.getResourceAsStream("/crd/" + manifest.kind() + ".json")) {
      if (extension == null) {
        validateByModel(manifest);
      } else {
        validateBySchema(manifest, extension);
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(manifest + " cannot be checked", e);
    }
  }

  private static void validateByModel(Manifest manifest) throws ReflectiveOperationException {
    String version = manifest.apiVersion().replaceFirst(".*/", "").toUpperCase();
    Class<?> model = Class.forName(MODELS + version + manifest.kind());
    JsonElement json = JsonParser.parseString(manifest.json().toString());
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      // Types that the first check leaves alone.
      JSON.getGson().fromJson(json, model);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(manifest + ": " + e.getCause().getMessage(), e);
    }
  }

  private static void validateBySchema(Manifest manifest, InputStream schema) throws IOException {
    String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    List<Error> errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text)
            .validate(manifest.json().toString(), InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(manifest + ": " + errors);
    }
  }
}
