package io.tokenledger.query.openai;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.sums.UsageSource;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sums over buckets of time, of chosen models and users. */
final class BucketSql {

  private static final String MODEL = "model_name";
  private static final String USER = "user_id";

  private BucketSql() {}

  static ScopedReads.Read read(AccessScope scope, BucketQuery query) {
    Statement statement = new Statement();
    String chosen = anyOf(statement, MODEL, query.models()) + anyOf(statement, USER, query.users());
    List<String> columns = new ArrayList<>();
    if (query.byModel()) {
      columns.add(MODEL);
    }
    if (query.byUser()) {
      columns.add(USER);
    }
    return new SumsStatement(
            statement,
            query.needsUsers() ? UsageSource.BY_USER : UsageSource.BY_ORG,
            scope,
            query.bounds(),
            UsageFilter.EVERYTHING,
            chosen)
        .bySpan(columns.toArray(String[]::new));
  }

  static BucketSums toSums(BucketQuery query, Row row) {
    return new BucketSums(
        row.getInteger("span"),
        query.byModel() ? Optional.of(row.getString(MODEL)) : Optional.empty(),
        query.byUser() ? Optional.of(row.getString(USER)) : Optional.empty(),
        SumsColumns.toSums(row));
  }

  private static String anyOf(Statement statement, String column, List<String> values) {
    return values.isEmpty()
        ? ""
        : " AND %s = ANY (%s)"
            .formatted(column, statement.bind(values.toArray(String[]::new), "text[]"));
  }
}
