package io.tokenledger.acceptance.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of tables, views and functions with their schema, as sources have them. */
final class SchemaNames {

  /** Hosts and settings have more parts, and there is a topic that looks like a table. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w.])(?!pricing\\.changes\\b)(?:raw|rollup|pricing|access)\\.[a-z]\\w*+(?!\\.\\w)");

  private static final Pattern TEXT =
      Pattern.compile("'(?:\\\\.|[^'\\\\])'|(?s:\"\"\".*?\"\"\")|\"(?:\\\\.|[^\"\\\\\n])*\"");

  private static final Pattern OFFERED =
      Pattern.compile("CREATE (?:OR REPLACE )?(?:FUNCTION|VIEW) ([a-z]+\\.\\w+)");

  private SchemaNames() {}

  static Set<String> named(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** Those in the texts of Java sources, comments left out. */
  static Set<String> inJava(Path folder) {
    return read(folder, ".java").stream().map(SchemaNames::inJava).collect(union());
  }

  static Set<String> inJava(String source) {
    return TEXT.matcher(source).results().map(text -> named(text.group())).collect(union());
  }

  /** The views and functions that the migrations of a folder make, each as it was made last. */
  static Map<String, String> offered(Path folder) {
    Map<String, String> offered = new TreeMap<>();
    for (String sql : read(folder, ".sql")) {
      for (String statement : sql.replaceAll("--.*", "").split("(?m)^(?=CREATE )")) {
        OFFERED.matcher(statement).results().forEach(made -> offered.put(made.group(1), statement));
      }
    }
    return offered;
  }

  /** In the order of their names, in which V10 comes after V9. */
  private static List<String> read(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted(Comparator.comparingInt(SchemaNames::version))
          .map(SchemaNames::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Path file) {
    String digits = file.getFileName().toString().replaceAll("^V(\\d+)__.*|.*", "$1");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collector<Set<String>, ?, Set<String>> union() {
    return Collectors.flatMapping(Set::stream, Collectors.toSet());
  }
}
