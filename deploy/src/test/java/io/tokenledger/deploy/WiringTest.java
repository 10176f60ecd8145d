package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.deploy.Chart.Values;
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
          "ledger-db-gateway",
          "ledger-db-superuser",
          "pricing-service",
          "usage-ingest",
          "usage-aggregator",
          "chat-gateway",
          "llm-keys");

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
              "usage-query", "usage-ingest", "usage-aggregator", "pricing-service", "chat-gateway");
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
                  Stream.concat(
                          Manifest.list(manifest.podTemplate(), "/spec/volumes")
                              .map(v -> v.get("name").asText()),
                          Manifest.list(manifest.json(), "/spec/volumeClaimTemplates")
                              .map(claim -> claim.at("/metadata/name").asText()))
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
