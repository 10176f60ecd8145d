package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.deploy.Chart.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples fit the production values, and one another. */
class ExamplesTest {

  private final List<Manifest> kafka = example("strimzi.yaml");
  private final Manifest database = example("cloudnativepg.yaml").get(0);
  private final List<Manifest> chart = Chart.manifests(Values.PRODUCTION);

  @Test
  void topicsAreSafe() {
    List<Manifest> topics = ofKind("KafkaTopic");
    assertThat(topics)
        .extracting(Manifest::name)
        .containsExactly(
            "usage.events",
            "usage.recorded",
            "usage.events.dlq",
            "pricing.changes",
            "usage.alerts");
    assertThat(topics)
        .allMatch(topic -> topic.json().at("/spec/replicas").asInt() == 3)
        .allMatch(topic -> topic.json().at("/spec/config/min.insync.replicas").asInt() == 2);
  }

  /** The table "What each needs on Kafka" of docs/configuration.md. */
  @Test
  void usersMayDoWhatTheyNeedAndNoMore() {
    assertThat(allowed("pricing-service"))
        .containsExactlyInAnyOrder("topic pricing.changes Write", "topic pricing.changes Describe");
    assertThat(allowed("usage-aggregator"))
        .containsExactlyInAnyOrder(
            "topic usage.recorded Read",
            "topic usage.recorded Describe",
            "group usage-aggregator Read",
            "group usage-aggregator Describe");
    assertThat(allowed("usage-ingest"))
        .contains(
            "topic usage.events Write",
            "topic usage.recorded Write",
            "topic usage.events.dlq Read",
            "topic pricing.changes Read",
            "group usage-ingest Read",
            "group usage-ingest-prices- Read",
            "transactionalId usage-ingest- Write")
        .doesNotContain("topic usage.recorded Read", "topic pricing.changes Write");
    assertThat(allowed("chat-gateway"))
        .containsExactlyInAnyOrder("topic usage.events Write", "topic usage.events Describe");
    assertThat(allowed("keda-lag")).allMatch(right -> right.endsWith(" Describe"));
  }

  @Test
  void secretsOfTheProductionValuesAreThoseOfTheExamples() {
    List<String> users = ofKind("KafkaUser").stream().map(Manifest::name).toList();
    assertThat(secretsOf("KAFKA_SASL_JAAS_CONFIG")).hasSize(4).isSubsetOf(users);
    List<String> roles =
        Manifest.list(database.json(), "/spec/managed/roles")
            .map(role -> role.at("/passwordSecret/name").asText())
            .toList();
    assertThat(secretsOf("TOKENLEDGER_DATABASE_PASSWORD"))
        .containsExactlyInAnyOrderElementsOf(roles);
  }

  private List<String> secretsOf(String variable) {
    return chart.stream()
        .filter(Manifest::makesPods)
        .flatMap(Manifest::containers)
        .flatMap(container -> Manifest.list(container, "/env"))
        .filter(entry -> entry.get("name").asText().equals(variable))
        .map(entry -> entry.at("/valueFrom/secretKeyRef/name").asText())
        .toList();
  }

  private List<String> allowed(String user) {
    JsonNode found =
        ofKind("KafkaUser").stream()
            .filter(manifest -> manifest.name().equals(user))
            .findFirst()
            .orElseThrow()
            .json();
    return Manifest.list(found, "/spec/authorization/acls")
        .flatMap(
            acl ->
                Manifest.list(acl, "/operations")
                    .map(
                        operation ->
                            acl.at("/resource/type").asText()
                                + " "
                                + acl.at("/resource/name").asText()
                                + " "
                                + operation.asText()))
        .toList();
  }

  private List<Manifest> ofKind(String kind) {
    return kafka.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }

  private static List<Manifest> example(String file) {
    try {
      return Chart.parse(Files.readString(Chart.EXAMPLES.resolve(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
