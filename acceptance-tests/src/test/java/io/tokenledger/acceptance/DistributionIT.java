package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** PostgreSQL may be distributed by org: docs/scaling.md says how, and the tables allow it. */
class DistributionIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();

  private static final String BY_ORG = "create_distributed_table\\('([a-z_.]+)', 'org_id'";
  private static final String BY_IDENTITY = "create_distributed_table\\('([a-z_.]+)', 'identity'";
  static final String EVERYWHERE = "create_reference_table\\('([a-z_.]+)'\\)";

  /** A partition goes with its parent. */
  private static final String TABLES =
      """
      SELECT n.nspname || '.' || c.relname FROM pg_class AS c
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('raw', 'rollup') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relname <> 'flyway_schema_history'
      """;

  /** Unique indexes, those of primary keys among them, that do not hold org_id. */
  private static final String KEYS_WITHOUT_ORG =
      """
      SELECT i.indexrelid::regclass::text FROM pg_index AS i
      WHERE i.indisunique AND i.indrelid = '%s'::regclass
        AND NOT EXISTS (SELECT FROM pg_attribute AS a
                        WHERE a.attrelid = i.indrelid AND a.attname = 'org_id'
                          AND a.attnum = ANY (i.indkey::int2[]))
      """;

  @Test
  void theDocumentNamesEveryTableOnce() throws SQLException, IOException {
    List<String> named = new ArrayList<>(documented(BY_ORG));
    named.addAll(documented(BY_IDENTITY));
    named.addAll(documented(EVERYWHERE));
    assertThat(named).containsExactlyInAnyOrderElementsOf(select(TABLES));
  }

  @Test
  void everyUniqueKeyOfADistributedTableHoldsTheOrg() throws SQLException, IOException {
    assertThat(documented(BY_ORG)).contains("raw.usage_event", "rollup.org_daily_usage");
    for (String table : documented(BY_ORG)) {
      assertThat(select(KEYS_WITHOUT_ORG.formatted(table))).as(table).isEmpty();
    }
  }

  static Set<String> documented(String statement) throws IOException {
    Path text = Path.of(System.getProperty("tokenledger.root"), "docs", "scaling.md");
    return Pattern.compile(statement)
        .matcher(Files.readString(text))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> select(String sql) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection connection = LEDGER.access().database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
