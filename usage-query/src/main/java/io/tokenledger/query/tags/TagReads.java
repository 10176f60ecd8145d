package io.tokenledger.query.tags;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.log.LogRows;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.SumsRows;
import io.tokenledger.query.sums.SumsStatement;
import io.tokenledger.query.sums.UsageSource;
import io.tokenledger.query.sums.UsageSums;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads sums over the events of one org that carry a tag, and the newest of these events. */
@ApplicationScoped
public class TagReads {

  /** Phases and agents of one value, at most. */
  private static final int MAX_GROUPS = 1_000;

  private static final String VALUE = "tag_value";
  private static final String PHASE = "category";
  private static final List<String> AGENT = List.of("activity", "model_name");

  private final ScopedReads reads;

  TagReads(ScopedReads reads) {
    this.reads = reads;
  }

  /** One group for each value asked for, in the order asked; one that never was has no usage. */
  public Uni<List<Keyed<String>>> ofValues(AccessScope scope, TagQuery query) {
    ScopedReads.Read read = sums(scope, query).ranked(TagQuery.MAX_VALUES, List.of(List.of(VALUE)));
    return reads.run(scope, read).map(answers -> inOrderAsked(query, answers.get(0)));
  }

  /** Of the one value that is asked for. */
  public Uni<TagUsage> ofValue(AccessScope scope, TagQuery query) {
    ScopedReads.Read groups = sums(scope, query).ranked(MAX_GROUPS, List.of(List.of(PHASE), AGENT));
    return reads
        .run(scope, groups, TagLogSql.newest(scope, query))
        .map(answers -> toUsage(answers.get(0), answers.get(1)));
  }

  private static SumsStatement sums(AccessScope scope, TagQuery query) {
    Statement statement = new Statement();
    String condition =
        " AND tag_key = %s AND tag_value = ANY (%s)"
            .formatted(
                statement.bind(query.key(), "text"),
                statement.bind(query.values().toArray(String[]::new), "text[]"));
    return new SumsStatement(
        statement, UsageSource.BY_TAG, scope, query.range().bounds(), query.filter(), condition);
  }

  private static List<Keyed<String>> inOrderAsked(TagQuery query, RowSet<Row> rows) {
    Map<String, Keyed<String>> found =
        SumsRows.groupsOf(rows, VALUE).stream()
            .collect(Collectors.toMap(Keyed::key, Function.identity()));
    return query.values().stream()
        .map(value -> found.getOrDefault(value, new Keyed<>(value, UsageSums.NONE)))
        .toList();
  }

  private static TagUsage toUsage(RowSet<Row> groups, RowSet<Row> logs) {
    return new TagUsage(
        SumsRows.totalOf(groups),
        SumsRows.groupsOf(groups, PHASE),
        SumsRows.groupsOf(groups, "activity", TagReads::toAgent),
        Rows.all(logs, LogRows::toLine));
  }

  private static TagUsage.Agent toAgent(Row row) {
    return new TagUsage.Agent(row.getString("activity"), row.getString("model_name"));
  }
}
