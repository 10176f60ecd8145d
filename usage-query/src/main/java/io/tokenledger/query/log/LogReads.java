package io.tokenledger.query.log;

import static io.tokenledger.query.postgres.ReadParameters.fromFilter;
import static io.tokenledger.query.postgres.ReadParameters.fromInstant;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the single events of one org, newest first, from the raw events. */
@ApplicationScoped
public class LogReads {

  /** Smaller than every event key. */
  private static final UUID FIRST_KEY = new UUID(0, 0);

  private final ScopedReads reads;

  LogReads(ScopedReads reads) {
    this.reads = reads;
  }

  /** Page and total come from the same snapshot. */
  public Uni<LogPage> page(AccessScope scope, LogQuery query) {
    ScopedReads.Read page = new ScopedReads.Read(LogSql.PAGE, pageParameters(scope, query));
    ScopedReads.Read total = new ScopedReads.Read(LogSql.TOTAL, filterParameters(scope, query));
    return reads.run(scope, page, total).map(answers -> toPage(answers, query.limit()));
  }

  private static Tuple filterParameters(AccessScope scope, LogQuery query) {
    LogQuery.Filter filter = query.filter();
    return Tuple.of(
            scope.soleOrg(), fromInstant(query.range().start()), fromInstant(query.range().end()))
        .addString(fromFilter(filter.provider()))
        .addString(fromFilter(filter.modelName()))
        .addString(fromFilter(filter.feature()))
        .addString(fromFilter(filter.activity()))
        .addString(fromFilter(filter.userId()))
        .addString(fromFilter(filter.conversationId()))
        .addBoolean(filter.success().orElse(null));
  }

  private static Tuple pageParameters(AccessScope scope, LogQuery query) {
    LogPosition start =
        query.after().orElseGet(() -> new LogPosition(query.range().end(), FIRST_KEY));
    return filterParameters(scope, query)
        .addOffsetDateTime(fromInstant(start.occurredAt()))
        .addUUID(start.eventKey())
        .addInteger(query.limit() + 1)
        .addInteger(query.offset());
  }

  private static LogPage toPage(List<RowSet<Row>> answers, int limit) {
    List<LogEntry> entries = new ArrayList<>();
    answers.get(0).forEach(row -> entries.add(LogRows.toEntry(row)));
    return LogPage.of(entries, Rows.only(answers.get(1)).getLong("total"), limit);
  }
}
