package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.deploy.Chart.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A variable that no service knows has no effect, and nobody would notice. */
class VariablesTest {

  /** Of the test values: any setting of Quarkus or of a service can be given. */
  private static final Set<String> NOT_SETTINGS_OF_A_SERVICE =
      Set.of("QUARKUS_LOG_LEVEL", "TOKENLEDGER_QUERY_MAX_EXPORTS");

  @ParameterizedTest
  @EnumSource
  void everyVariableIsDocumented(Values values) throws IOException {
    String documented = Files.readString(Chart.ROOT.resolve("docs/configuration.md"));
    List<Manifest> manifests = Chart.manifests(values);
    Stream<String> ofPods =
        manifests.stream()
            .filter(manifest -> manifest.makesPods() && !manifest.kind().equals("Job"))
            .flatMap(Manifest::containers)
            .flatMap(container -> Manifest.list(container, "/env"))
            .map(variable -> variable.get("name").asText());
    Stream<String> ofMaps =
        manifests.stream()
            .filter(manifest -> manifest.kind().equals("ConfigMap"))
            .filter(map -> map.name().matches(".*-(common|kafka)"))
            .flatMap(map -> map.json().get("data").properties().stream())
            .map(Map.Entry::getKey);
    assertThat(Stream.concat(ofPods, ofMaps))
        .filteredOn(name -> !NOT_SETTINGS_OF_A_SERVICE.contains(name))
        .isNotEmpty()
        .allMatch(name -> documented.contains(name) || documented.contains(property(name)));
  }

  /** A rough way back from a variable to its property: the end of it is what tables name. */
  private static String property(String variable) {
    String name = variable.toLowerCase(Locale.ROOT);
    if (name.contains("_upstreams_")) {
      return "| `" + name.replaceFirst(".*_upstreams_[a-z0-9]+_", "").replace('_', '-') + "` |";
    }
    return switch (name) {
      case "tokenledger_ingest_instance_id" -> "tokenledger.ingest.instance-id";
      case "tokenledger_aggregator_instance_id" -> "tokenledger.aggregator.instance-id";
      case "tokenledger_access_roles_from" -> "tokenledger.access.roles-from";
      case "tokenledger_dashboard_oidc_client_id" -> "oidc.client-id";
      case "tokenledger_dashboard_enabled" -> "`enabled` | `true` | whether it is served";
      case "tokenledger_dashboard_oidc_issuer" -> "oidc.issuer";
      case "tokenledger_dashboard_services_gateway" -> "services.gateway";
      default -> name.replace('_', '.');
    };
  }
}
