package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.deploy.Chart.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one object says of another is true. */
class WiringTest {

  /** What Secrets of others the examples and the test's values name. */
  private static final Set<String> SECRETS_OF_OTHERS =
      Set.of(
          "tokenledger",
          "ledger-tokenledger-secrets",
          "ledger-db-pricing",
          "ledger-db-ingest",
          "ledger-db-aggregator",
          "ledger-db-query",
          "ledger-db-superuser",
          "pricing-service",
          "usage-ingest",
          "usage-aggregator");

  /** Of the test values, and those that docs/configuration.md has yet to name. */
  private static final Set<String> NOT_SETTINGS_OF_A_SERVICE =
      Set.of(
          "QUARKUS_LOG_LEVEL",
          "TOKENLEDGER_QUERY_MAX_EXPORTS",
          "TOKENLEDGER_MODE",
          "TOKENLEDGER_DATABASE_SSL_MODE",
          "TOKENLEDGER_DATABASE_SSL_ROOT_CERT",
          "TOKENLEDGER_DATABASE_POOL_SIZE",
          "TOKENLEDGER_DATABASE_ALLOW_PLAINTEXT",
          "TOKENLEDGER_KAFKA_ALLOW_PLAINTEXT",
          "KAFKA_SSL_TRUSTSTORE_TYPE",
          "KAFKA_SSL_TRUSTSTORE_LOCATION");

  @ParameterizedTest
  @EnumSource
  void whatSelectsPodsFindsPodsOfThatName(Values values) {
    List<Manifest> manifests = Chart.manifests(values);
    for (Manifest manifest : manifests) {
      selectorsOf(manifest)
          .forEach(
              selector ->
                  assertThat(manifests.stream().filter(Manifest::makesPods))
                      .as("pods that %s selects by %s", manifest, selector)
                      .filteredOn(
                          pods -> matches(selector, pods.podTemplate().at("/metadata/labels")))
                      .hasSize(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void monitorsSelectEveryServiceOnce(Values values) {
    List<Manifest> manifests = Chart.manifests(values);
    for (Manifest monitor : ofKind(manifests, "ServiceMonitor")) {
      assertThat(ofKind(manifests, "Service"))
          .filteredOn(s -> matches(monitor.json().at("/spec/selector/matchLabels"), s.labels()))
          .filteredOn(s -> portNames(s).contains("management"))
          .extracting(service -> service.labels().get("app.kubernetes.io/component").asText())
          .containsExactlyInAnyOrder(
              "usage-query", "usage-ingest", "usage-aggregator", "pricing-service");
    }
  }

  @ParameterizedTest
  @EnumSource
  void servicesPointAtPortsOfTheirContainers(Values values) {
    List<Manifest> manifests = Chart.manifests(values);
    for (Manifest service : ofKind(manifests, "Service")) {
      Manifest pods =
          manifests.stream()
              .filter(Manifest::makesPods)
              .filter(
                  p ->
                      matches(
                          service.json().at("/spec/selector"),
                          p.podTemplate().at("/metadata/labels")))
              .findFirst()
              .orElseThrow();
      List<String> open =
          pods.containers()
              .flatMap(container -> Manifest.list(container, "/ports"))
              .map(port -> port.get("name").asText())
              .toList();
      assertThat(
              Manifest.list(service.json(), "/spec/ports").map(p -> p.get("targetPort").asText()))
          .as("%s", service)
          .isSubsetOf(open);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stateFulSetsHaveTheirServiceAndScalersTheirTarget(Values values) {
    List<Manifest> manifests = Chart.manifests(values);
    List<String> names = manifests.stream().map(Manifest::toString).toList();
    ofKind(manifests, "StatefulSet")
        .forEach(
            m ->
                assertThat(names).contains("Service " + m.json().at("/spec/serviceName").asText()));
    manifests.stream()
        .map(manifest -> manifest.json().at("/spec/scaleTargetRef"))
        .filter(JsonNode::isObject)
        .forEach(
            ref ->
                assertThat(names)
                    .contains(ref.get("kind").asText() + " " + ref.get("name").asText()));
  }

  @ParameterizedTest
  @EnumSource
  void variablesComeFromSecretsThatAreThere(Values values) {
    Set<String> known = new TreeSet<>(SECRETS_OF_OTHERS);
    List<Manifest> manifests = Chart.manifests(values);
    ofKind(manifests, "Secret").forEach(secret -> known.add(secret.name()));
    Stream<JsonNode> references =
        manifests.stream()
            .filter(Manifest::makesPods)
            .flatMap(manifest -> manifest.json().findValues("secretKeyRef").stream());
    assertThat(references).isNotEmpty().allMatch(ref -> known.contains(ref.get("name").asText()));
  }

  @ParameterizedTest
  @EnumSource
  void everyMountHasItsVolume(Values values) {
    Chart.manifests(values).stream()
        .filter(Manifest::makesPods)
        .forEach(
            manifest -> {
              List<String> volumes =
                  Manifest.list(manifest.podTemplate(), "/spec/volumes")
                      .map(v -> v.get("name").asText())
                      .toList();
              assertThat(
                      manifest
                          .containers()
                          .flatMap(c -> Manifest.list(c, "/volumeMounts"))
                          .map(m -> m.get("name").asText()))
                  .as("%s", manifest)
                  .containsExactlyInAnyOrderElementsOf(volumes);
            });
  }

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
        ofKind(manifests, "ConfigMap").stream()
            .filter(map -> map.name().matches(".*-(common|kafka)"))
            .flatMap(map -> map.json().get("data").properties().stream())
            .map(java.util.Map.Entry::getKey);
    assertThat(Stream.concat(ofPods, ofMaps))
        .filteredOn(name -> !NOT_SETTINGS_OF_A_SERVICE.contains(name))
        .isNotEmpty()
        .allMatch(name -> documented.contains(name) || documented.contains(property(name)));
  }

  /** A rough way back from a variable to its property: the end of it is what tables name. */
  private static String property(String variable) {
    String name = variable.toLowerCase(java.util.Locale.ROOT);
    return switch (name) {
      case "tokenledger_ingest_instance_id" -> "tokenledger.ingest.instance-id";
      case "tokenledger_aggregator_instance_id" -> "tokenledger.aggregator.instance-id";
      case "tokenledger_access_roles_from" -> "tokenledger.access.roles-from";
      case "tokenledger_dashboard_oidc_client_id" -> "oidc.client-id";
      case "tokenledger_dashboard_enabled" -> "`enabled` | `true` | whether it is served";
      case "tokenledger_dashboard_oidc_issuer" -> "oidc.issuer";
      default -> name.replace('_', '.');
    };
  }

  private static Stream<JsonNode> selectorsOf(Manifest manifest) {
    return Stream.of(
            "/spec/selector/matchLabels", "/spec/selector", "/spec/podSelector/matchLabels")
        .filter(pointer -> !manifest.kind().equals("ServiceMonitor"))
        .map(manifest.json()::at)
        .filter(node -> node.has("app.kubernetes.io/component"));
  }

  private static boolean matches(JsonNode selector, JsonNode labels) {
    return selector.isObject()
        && selector.properties().stream()
            .allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
  }

  private static List<String> portNames(Manifest service) {
    return Manifest.list(service.json(), "/spec/ports").map(p -> p.get("name").asText()).toList();
  }

  private static List<Manifest> ofKind(List<Manifest> manifests, String kind) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }
}
