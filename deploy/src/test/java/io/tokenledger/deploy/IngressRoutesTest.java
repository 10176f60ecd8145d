package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.deploy.Chart.Values;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of the four APIs reaches the service that answers it. */
class IngressRoutesTest {

  private final List<JsonNode> routes =
      Chart.manifests(Values.PRODUCTION).stream()
          .filter(manifest -> manifest.kind().equals("Ingress"))
          .flatMap(ingress -> Manifest.list(ingress.json(), "/spec/rules/0/http/paths"))
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"usage-query", "usage-ingest", "usage-aggregator", "pricing-service"})
  void leadToTheService(String service) throws IOException {
    JsonNode api =
        Chart.YAML.readTree(Chart.ROOT.resolve("dashboard/openapi/" + service + ".json").toFile());

    assertThat(api.get("paths").fieldNames())
        .toIterable()
        .isNotEmpty()
        .allSatisfy(
            path -> assertThat(owner(path)).as(path).isEqualTo("ledger-tokenledger-" + service));
  }

  private String owner(String path) {
    return routes.stream()
        .filter(route -> covers(route.get("path").asText(), path))
        .max(Comparator.comparingInt(route -> route.get("path").asText().length()))
        .orElseThrow()
        .at("/backend/service/name")
        .asText();
  }

  /** As the type Prefix of an Ingress: by whole elements of the path. */
  private static boolean covers(String prefix, String path) {
    return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
  }
}
