package io.tokenledger.acceptance.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The queries of Grafana's dashboards, as Grafana sends them with every variable at its default.
 */
public final class DashboardQueries {

  /** Grafana's interval for rates, and the time chosen. */
  private static final Map<String, String> VARIABLES =
      Map.of("$__rate_interval", "30s", "$__range", "5m");

  private static final String ANY_OTHER_VARIABLE = "\\$[a-z]+";

  private DashboardQueries() {}

  /** By where each stands: dashboard, panel, query. */
  public static Map<String, String> in(Path folder) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
      for (JsonNode panel : dashboard.required("panels")) {
        for (JsonNode target : panel.required("targets")) {
          String where =
              String.join(
                  " / ",
                  dashboard.required("title").textValue(),
                  panel.required("title").textValue(),
                  target.required("refId").textValue());
          queries.put(where, filledIn(target.required("expr").textValue()));
        }
      }
    }
    return queries;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String filledIn(String query) {
    String filled = query;
    for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
      filled = filled.replace(variable.getKey(), variable.getValue());
    }
    return filled.replaceAll(ANY_OTHER_VARIABLE, ".*");
  }
}
