package io.tokenledger.acceptance.sql;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The joins of a statement, read from its text: {@code JOIN}, and {@code EXISTS} with a query of
 * its own. Those with parameters ({@code unnest}) or of a row with what follows from it ({@code
 * LATERAL}) are none.
 */
public final class Joins {

  private static final String END =
      "(?:LEFT |RIGHT |FULL |INNER |CROSS )*JOIN\\b|\\bWHERE\\b|\\bGROUP\\b|\\bORDER\\b|\\bUNION\\b|$";

  private static final Pattern JOIN =
      Pattern.compile("\\bJOIN (?!LATERAL|unnest\\()(\\S+)(.*?)(?=" + END + ")");

  private static final Pattern WITH_PARAMETERS =
      Pattern.compile("FROM unnest\\([^()]*\\) AS \\w+ \\([^()]*\\) JOIN (\\S+)");

  private static final Pattern EXISTS =
      Pattern.compile(
          "\\bEXISTS \\( ?SELECT FROM (\\S+)((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");

  private Joins() {}

  /**
   * Those whose condition does not name the org.
   *
   * @param elsewhere tables that are whole on each node
   */
  public static List<String> notByOrg(String sql, Set<String> elsewhere) {
    String line = sql.replaceAll("\\s+", " ");
    String joins = WITH_PARAMETERS.matcher(line).replaceAll("FROM $1");
    return Stream.of(JOIN, EXISTS)
        .flatMap(kind -> kind.matcher(joins).results())
        .filter(join -> !isElsewhere(join.group(1), elsewhere))
        .filter(join -> !join.group(2).contains("org_id"))
        .map(MatchResult::group)
        .toList();
  }

  private static boolean isElsewhere(String table, Set<String> elsewhere) {
    return table.startsWith("access.") || table.startsWith("pg_") || elsewhere.contains(table);
  }
}
