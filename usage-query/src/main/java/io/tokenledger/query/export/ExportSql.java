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
    String conditions =
        "org_id = %s AND occurred_at >= %s AND occurred_at < %s"
                .formatted(
                    statement.bind(scope.soleOrg(), "text"),
                    statement.bindTime(query.range().start()),
                    statement.bindTime(query.range().end()))
            + statement.filter("provider", query.filter().provider())
            + statement.filter("model_name", query.filter().modelName())
            + statement.filter("feature", query.filter().feature());
    return statement.read(
        "SELECT %s FROM raw.usage_event WHERE %s ORDER BY occurred_at, event_key"
            .formatted(LogSql.COLUMNS, conditions));
  }
}
