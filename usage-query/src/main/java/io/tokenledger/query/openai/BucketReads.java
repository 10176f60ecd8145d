package io.tokenledger.query.openai;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.RowLimit;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.sums.UsageSource;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads sums over buckets of time of one org, of chosen models and users. */
@ApplicationScoped
class BucketReads {

  private static final String MODEL = "model_name";
  private static final String USER = "user_id";

  private static final RowLimit RESULTS =
      new RowLimit(
          20_000,
          "Parameter 'limit' must be smaller, or fewer be told apart: at most 20,000 results are"
              + " answered.");

  private final ScopedReads reads;

  BucketReads(ScopedReads reads) {
    this.reads = reads;
  }

  /** The buckets with usage, in their order; in a bucket by model, then by user. */
  Uni<List<BucketSums>> byBucket(AccessScope scope, BucketQuery query) {
    return reads
        .runUpTo(scope, RESULTS.oneMore(), most -> List.of(read(scope, query, most)))
        .map(answers -> RESULTS.of(answers.get(0), row -> toSums(query, row)));
  }

  /**
   * @param most how many rows
   */
  static ScopedReads.Read read(AccessScope scope, BucketQuery query, int most) {
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
        .bySpan(most, columns.toArray(String[]::new));
  }

  private static BucketSums toSums(BucketQuery query, Row row) {
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
