package io.tokenledger.query.log;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.service.http.Slice;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

  /** All that came of an event that was revised, the newest first; none of any other. */
  public Uni<Slice<LogLine>> revisions(AccessScope scope, String eventId, int most) {
    return reads
        .run(scope, LogSql.revisions(scope, eventId, most))
        .map(answers -> Slice.of(Rows.all(answers.get(0), LogRows::toLine), most));
  }

  private static LogPage toPage(List<RowSet<Row>> answers, int limit) {
    Slice<Row> page = Slice.of(Rows.all(answers.get(0), row -> row), limit);
    return new LogPage(
        page.items().stream().map(LogRows::toLine).toList(),
        Rows.only(answers.get(1)).getLong("total"),
        page.last().map(LogRows::toPosition));
  }
}
