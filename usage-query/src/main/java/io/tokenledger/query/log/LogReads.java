package io.tokenledger.query.log;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads the single events of one org, newest first, from the raw events. */
@ApplicationScoped
public class LogReads {

  private final ScopedReads reads;

  LogReads(ScopedReads reads) {
    this.reads = reads;
  }

  /** Page and total come from the same snapshot. */
  public Uni<LogPage> page(AccessScope scope, LogQuery query) {
    return reads
        .run(scope, LogSql.page(scope, query), LogSql.total(scope, query))
        .map(answers -> toPage(answers, query.limit()));
  }

  private static LogPage toPage(List<RowSet<Row>> answers, int limit) {
    List<Row> oneMore = Rows.all(answers.get(0), row -> row);
    boolean isLast = oneMore.size() <= limit;
    List<Row> rows = isLast ? oneMore : oneMore.subList(0, limit);
    return new LogPage(
        rows.stream().map(LogRows::toLine).toList(),
        Rows.only(answers.get(1)).getLong("total"),
        isLast ? Optional.empty() : Optional.of(LogRows.toPosition(rows.get(limit - 1))));
  }
}
