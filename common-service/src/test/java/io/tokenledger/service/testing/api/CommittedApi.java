package io.tokenledger.service.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The OpenAPI documents that are kept with the dashboard, which generates its types from them. */
public final class CommittedApi {

  private static final String RENEW = "openapi.renew";

  /** The order of fields says nothing, and need not be the same in every build. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private CommittedApi() {}

  /**
   * Fails when the kept document is not the published one, or writes it where that is asked for.
   *
   * @param service the module under test
   */
  public static void assertCurrent(String service) {
    Path file = Path.of("..", "dashboard", "openapi", service + ".json");
    String published = formatted(ApiDocument.fetch().text());
    try {
      if (Boolean.getBoolean(RENEW)) {
        Files.writeString(file, published);
      }
      List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
      assertThat(firstDifference(kept, published.lines().toList()))
          .as(
              "dashboard/openapi/%s.json is not what the service publishes. Renew it:"
                  + " mvn verify -pl %s -am -Dtest=NONE -Dit.test=OpenApiIT -D%s"
                  + " -Dsurefire.failIfNoSpecifiedTests=false"
                  + " -Dfailsafe.failIfNoSpecifiedTests=false",
              service, service, RENEW)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole of both would hide where they part. */
  private static String firstDifference(List<String> kept, List<String> published) {
    for (int line = 0; line < Math.max(kept.size(), published.size()); line++) {
      String was = line < kept.size() ? kept.get(line) : "";
      String is = line < published.size() ? published.get(line) : "";
      if (!was.equals(is)) {
        return "line " + (line + 1) + ": kept" + was + ", published" + is;
      }
    }
    return "";
  }

  private static String formatted(String json) throws UncheckedIOException {
    try {
      Object document = JSON.readValue(json, Object.class);
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
