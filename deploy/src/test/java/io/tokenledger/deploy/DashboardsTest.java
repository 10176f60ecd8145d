package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of Grafana's dashboards; that their queries find something, MonitoringIT shows. */
class DashboardsTest {

  private static final Path FOLDER = Path.of("grafana/dashboards");
  private static final String DATASOURCE = "${datasource}";
  private static final int COLUMNS = 24;
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

  @Test
  void eachDashboardHasANameOfItsOwn() throws IOException {
    List<JsonNode> all = dashboards();
    assertThat(all).hasSizeGreaterThanOrEqualTo(6);
    assertThat(all).extracting(each -> each.required("uid").textValue()).doesNotHaveDuplicates();
    assertThat(all).extracting(each -> each.required("title").textValue()).doesNotHaveDuplicates();
  }

  @Test
  void eachPanelSaysWhatItShowsAndAsksTheChosenPrometheus() throws IOException {
    for (JsonNode dashboard : dashboards()) {
      Set<Integer> ids = new HashSet<>();
      for (JsonNode panel : dashboard.required("panels")) {
        String title = dashboard.get("title").textValue() + " / " + panel.get("title").textValue();
        assertThat(ids.add(panel.required("id").intValue())).as(title).isTrue();
        assertThat(panel.required("description").textValue()).as(title).isNotBlank();
        assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotBlank();
        assertThat(panel.at("/gridPos/x").intValue() + panel.at("/gridPos/w").intValue())
            .as(title)
            .isLessThanOrEqualTo(COLUMNS);
        assertThat(panel.required("targets")).as(title).isNotEmpty();
        for (JsonNode target : panel.required("targets")) {
          assertThat(target.at("/datasource/uid").textValue()).as(title).isEqualTo(DATASOURCE);
        }
      }
    }
  }

  @Test
  void eachQueryAsksForMetricsThatExistAndTakesRatesOfCountersOnly() throws IOException {
    KnownMetrics metrics = new KnownMetrics();
    for (JsonNode dashboard : dashboards()) {
      for (JsonNode query : dashboard.required("panels").findValues("expr")) {
        assertThat(metrics.unknownIn(query.textValue())).as(query.textValue()).isEmpty();
        assertThat(metrics.gaugesWithRateIn(query.textValue())).as(query.textValue()).isEmpty();
      }
    }
  }

  @Test
  void eachVariableOfAQueryIsOfItsDashboard() throws IOException {
    for (JsonNode dashboard : dashboards()) {
      List<String> names = new ArrayList<>(List.of("__rate_interval", "__range"));
      dashboard
          .at("/templating/list")
          .forEach(each -> names.add(each.required("name").textValue()));
      for (JsonNode query : dashboard.required("panels").findValues("expr")) {
        Matcher variable = VARIABLE.matcher(query.textValue());
        while (variable.find()) {
          assertThat(names).as(query.textValue()).contains(variable.group(1));
        }
      }
    }
  }

  private static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        all.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    return all;
  }
}
