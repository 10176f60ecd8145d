package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.deploy.Chart.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the chart carries from elsewhere in the project arrives unchanged. */
class ChartFilesTest {

  private final List<Manifest> manifests = Chart.manifests(Values.EVERYTHING);

  @Test
  void rulesAreThoseOfPrometheus() throws IOException {
    Map<String, JsonNode> expected = new TreeMap<>();
    for (Path file : files("deploy/prometheus/rules", ".yml")) {
      expected.put(
          "ledger-tokenledger-" + file.getFileName().toString().replace(".yml", ""),
          Chart.YAML.readTree(file.toFile()));
    }
    Map<String, JsonNode> made = new TreeMap<>();
    manifests.stream()
        .filter(manifest -> manifest.kind().equals("PrometheusRule"))
        .forEach(manifest -> made.put(manifest.name(), manifest.json().get("spec")));
    assertThat(made).isEqualTo(expected);
  }

  @Test
  void dashboardsAreThoseOfGrafana() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (Path file : files("deploy/grafana/dashboards", ".json")) {
      expected.put(file.getFileName().toString(), Files.readString(file).strip());
    }
    Map<String, String> made = new TreeMap<>();
    manifests.stream()
        .filter(manifest -> manifest.name().contains("-dashboard-"))
        .flatMap(manifest -> manifest.json().get("data").properties().stream())
        .forEach(entry -> made.put(entry.getKey(), entry.getValue().asText()));
    assertThat(made).isEqualTo(expected);
  }

  @Test
  void bootstrapIsThatOfTheDatabase() throws IOException {
    Path sql = Chart.ROOT.resolve("database/src/main/resources/db/bootstrap.sql");
    assertThat(bootstrap("bootstrap.sql").strip()).isEqualTo(Files.readString(sql).strip());
  }

  @Test
  void everyRoleOfTheDatabaseGetsAPassword() {
    List<String> roles =
        Stream.of(bootstrap("bootstrap.sql").split("'"))
            .filter(word -> word.startsWith("tokenledger_"))
            .toList();
    assertThat(roles).hasSize(5);
    assertThat(bootstrap("passwords.sql"))
        .contains(roles.stream().map(role -> "ALTER ROLE " + role + " PASSWORD :'").toList());
  }

  private String bootstrap(String key) {
    return manifests.stream()
        .filter(m -> m.kind().equals("ConfigMap") && m.name().endsWith("-bootstrap"))
        .findFirst()
        .orElseThrow()
        .json()
        .get("data")
        .get(key)
        .asText();
  }

  private static List<Path> files(String directory, String ending) throws IOException {
    try (Stream<Path> files = Files.list(Chart.ROOT.resolve(directory))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
