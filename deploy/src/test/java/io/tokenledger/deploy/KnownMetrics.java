package io.tokenledger.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics of metrics.txt, held against what a query of Prometheus names. */
class KnownMetrics {

  private static final Pattern NOT_NAMES =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

  /** A name that no parenthesis follows, as it does functions. */
  private static final Pattern NAME = Pattern.compile("(?<![\\w:.$])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

  private static final Pattern GROWTH =
      Pattern.compile("\\b(?:rate|irate|increase)\\s*\\(\\s*([a-zA-Z_:][\\w:]*)");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "time");
  private static final String PARTS = "_(bucket|sum|count)$";

  private final Map<String, String> types;

  KnownMetrics() {
    try (InputStream file = KnownMetrics.class.getResourceAsStream("/metrics.txt")) {
      types =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" "))
              .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of metrics in the query that are not on the list. */
  Set<String> unknownIn(String query) {
    Set<String> unknown = new TreeSet<>();
    Matcher name = NAME.matcher(NOT_NAMES.matcher(query).replaceAll(" "));
    while (name.find()) {
      if (!WORDS.contains(name.group()) && type(name.group()).isEmpty()) {
        unknown.add(name.group());
      }
    }
    return unknown;
  }

  /** Gauges of which the query takes a rate, which means nothing. */
  Set<String> gaugesWithRateIn(String query) {
    Set<String> gauges = new TreeSet<>();
    Matcher growth = GROWTH.matcher(query);
    while (growth.find()) {
      if (type(growth.group(1)).equals("gauge")) {
        gauges.add(growth.group(1));
      }
    }
    return gauges;
  }

  private String type(String name) {
    String family = name.replaceFirst(PARTS, "");
    return types.getOrDefault(name, types.getOrDefault(family, ""));
  }
}
