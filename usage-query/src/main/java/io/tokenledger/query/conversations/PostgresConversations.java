package io.tokenledger.query.conversations;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.ReportSql;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.query.sums.SumsRows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rollup per conversation. */
@ApplicationScoped
class PostgresConversations implements Conversations {

  private final ScopedReads reads;

  PostgresConversations(ScopedReads reads) {
    this.reads = reads;
  }

  @Override
  public Uni<Optional<ConversationUsage>> usage(AccessScope scope, String conversationId) {
    return reads
        .run(scope, ConversationSql.one(scope, conversationId))
        .map(answers -> answers.get(0).iterator().next())
        .map(row -> isThere(row) ? Optional.of(toUsage(conversationId, row)) : Optional.empty());
  }

  @Override
  public Uni<ConversationPage> page(AccessScope scope, ConversationQuery query) {
    return reads
        .run(scope, ConversationSql.page(scope, query), ConversationSql.total(scope, query))
        .map(answers -> toPage(answers, query.limit()));
  }

  @Override
  public Uni<Set<String>> orgsOf(String conversationId) {
    Tuple parameters = Tuple.of(conversationId);
    return reads
        .runUnscoped(new ScopedReads.Read(ReportSql.ORGS_OF_CONVERSATION, parameters))
        .map(rows -> Set.copyOf(SumsRows.listOf(rows, row -> row.getString("org_id"))));
  }

  private static ConversationPage toPage(List<RowSet<Row>> answers, int limit) {
    List<ConversationUsage> oneMore =
        SumsRows.listOf(answers.get(0), row -> toUsage(row.getString("conversation_id"), row));
    return ConversationPage.of(oneMore, answers.get(1).iterator().next().getLong("total"), limit);
  }

  private static boolean isThere(Row sums) {
    return sums.getOffsetDateTime("last_message_at") != null;
  }

  private static ConversationUsage toUsage(String conversationId, Row sums) {
    return new ConversationUsage(
        conversationId,
        SumsColumns.toSums(sums),
        sums.getOffsetDateTime("last_message_at").toInstant());
  }
}
