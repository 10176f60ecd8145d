package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of Prometheus by its own tool, and what the tool does not look at. */
class AlertRulesTest {

  private static final Path PROMETHEUS = Path.of("prometheus");
  private static final Path RUNBOOK = Path.of("../docs/runbook.md");
  private static final Path OVERVIEW = Path.of("../docs/monitoring.md");

  @Test
  void rulesAndConfigurationAreValid() throws IOException, InterruptedException {
    promtool("check", "config", "prometheus.yml");
    promtool("check", "rules", "rules/alerts.yml", "rules/recording.yml");
  }

  @Test
  void everyRuleDoesWhatItsCasesSay() throws IOException, InterruptedException {
    promtool("test", "rules", "tests/recording_test.yml");
    promtool("test", "rules", "tests/alerts_test.yml", "tests/slow_alerts_test.yml");
  }

  @Test
  void everyAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
    Set<String> firing = new TreeSet<>();
    Set<String> quiet = new TreeSet<>();
    for (String file : List.of("tests/alerts_test.yml", "tests/slow_alerts_test.yml")) {
      for (JsonNode each : yaml(file).required("tests")) {
        String alert = text(each, "name").split(" ")[0];
        JsonNode asked = each.at("/promql_expr_test/0");
        assertThat(text(asked, "expr")).contains("alertname=\"" + alert + "\"");
        (asked.required("exp_samples").isEmpty() ? quiet : firing).add(alert);
      }
    }
    Set<String> alerts = new TreeSet<>();
    alerts().forEach(alert -> alerts.add(text(alert, "alert")));
    assertThat(firing).isEqualTo(alerts);
    assertThat(quiet).isEqualTo(alerts);
  }

  @Test
  void everyRecordingRuleIsTested() throws IOException {
    String cases = Files.readString(PROMETHEUS.resolve("tests/recording_test.yml"));
    for (JsonNode rule : yaml("rules/recording.yml").at("/groups/0/rules")) {
      assertThat(cases).contains(text(rule, "record").replaceFirst(":[^:]+$", ":"));
    }
  }

  @Test
  void everyAlertSaysWhatToDo() throws IOException {
    String runbook = Files.readString(RUNBOOK);
    String overview = Files.readString(OVERVIEW);
    for (JsonNode alert : alerts()) {
      assertThat(overview).contains("| `" + text(alert, "alert") + "` |");
      assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
      assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
      assertThat(alert.at("/annotations/description").asText()).isNotBlank();
      String link = alert.at("/annotations/runbook").asText();
      String heading = link.substring(link.indexOf('#') + 1).replace('-', ' ');
      assertThat(Pattern.compile("(?im)^## " + heading + "$").matcher(runbook).find())
          .as(link)
          .isTrue();
    }
  }

  @Test
  void everyRuleAsksForMetricsThatExistAndTakesRatesOfCountersOnly() throws IOException {
    KnownMetrics metrics = new KnownMetrics();
    List<JsonNode> rules = alerts();
    yaml("rules/recording.yml").at("/groups/0/rules").forEach(rules::add);
    for (JsonNode rule : rules) {
      assertThat(metrics.unknownIn(text(rule, "expr"))).as(rule.toString()).isEmpty();
      assertThat(metrics.gaugesWithRateIn(text(rule, "expr"))).as(rule.toString()).isEmpty();
    }
  }

  private static List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    yaml("rules/alerts.yml").at("/groups/0/rules").forEach(alerts::add);
    assertThat(alerts).isNotEmpty();
    return alerts;
  }

  private static JsonNode yaml(String file) throws IOException {
    return new YAMLMapper().readTree(PROMETHEUS.resolve(file).toFile());
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).textValue();
  }

  private static void promtool(String... arguments) throws IOException, InterruptedException {
    assumeTrue(
        isInstalled() || System.getenv("CI") != null,
        "Without promtool (Debian's package prometheus), rules are not tried.");
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(PROMETHEUS.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }
}
