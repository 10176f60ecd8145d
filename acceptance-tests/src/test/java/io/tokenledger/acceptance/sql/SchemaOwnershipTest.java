package io.tokenledger.acceptance.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Services meet in each other's schema at views and functions only, and database/README.md lists
 * them: {@code service | names}. usage-query is the read side, and reads tables, too.
 */
class SchemaOwnershipTest {

  private static final Path ROOT = Path.of("..");
  private static final Path MIGRATIONS = ROOT.resolve("database/src/main/resources/db");

  @ParameterizedTest
  @CsvSource({
    "common-service, ",
    "chat-gateway, chat",
    "pricing-service, pricing",
    "usage-ingest, raw",
    "usage-aggregator, rollup",
    "usage-query, access"
  })
  void whatAServiceNamesOfOthersIsListedForIt(String service, String schema) throws IOException {
    Set<String> foreign = new TreeSet<>(SchemaNames.inJava(ROOT.resolve(service + "/src/main")));
    if (schema != null) {
      SchemaNames.offered(MIGRATIONS.resolve(schema)).values().stream()
          .map(SchemaNames::named)
          .forEach(foreign::addAll);
      foreign.removeIf(name -> name.startsWith(schema + "."));
    }
    assertThat(foreign).isEqualTo(listedFor(service));
  }

  @ParameterizedTest
  @CsvSource({
    "common-service",
    "chat-gateway",
    "pricing-service",
    "usage-ingest",
    "usage-aggregator"
  })
  void whatIsListedIsAViewOrAFunction(String service) throws IOException {
    for (String name : listedFor(service)) {
      Path owner = MIGRATIONS.resolve(name.substring(0, name.indexOf('.')));
      assertThat(SchemaNames.offered(owner)).containsKey(name);
    }
  }

  @Test
  void namesAreFoundInTextsAndNowhereElse() {
    String source =
        """
        /** The table "raw".  {@code raw.comment} */
        class A { char c = '"'; String a = "FROM raw.one\\" r", b = "https://raw.example.com/x"; }
        String t = \"""
            SELECT rollup.two(1) FROM x WHERE o.raw.no = 1\""", u = "tokenledger.access.no";
        String v = "pricing.changes" + access.no();
        """;
    assertThat(SchemaNames.inJava(source)).containsExactlyInAnyOrder("raw.one", "rollup.two");
  }

  private static Set<String> listedFor(String service) throws IOException {
    String readme = Files.readString(ROOT.resolve("database/README.md"));
    String row =
        Pattern.compile("(?m)^\\| " + service + " \\|(.*)$")
            .matcher(readme)
            .results()
            .map((MatchResult found) -> found.group(1))
            .findFirst()
            .orElseThrow();
    return new TreeSet<>(SchemaNames.named(row));
  }
}
