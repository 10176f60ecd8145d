package io.tokenledger.query.export;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogSql;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.UsageQuery;

/** The events of an export, in the order of the index, so that the first comes at once. */
public final class ExportSql {

  private ExportSql() {}

  public static ScopedReads.Read read(AccessScope scope, UsageQuery query) {
    Statement statement = new Statement();
    return statement.read(
        "SELECT "
            + LogSql.COLUMNS
            + LogSql.from(statement, scope, query)
            + " ORDER BY occurred_at, event_key");
  }
}
