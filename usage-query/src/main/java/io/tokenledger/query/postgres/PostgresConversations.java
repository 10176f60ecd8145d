package io.tokenledger.query.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.AccessScope;
import io.tokenledger.query.ConversationUsage;
import io.tokenledger.query.Conversations;
import io.tokenledger.query.Latency;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the rollup per conversation. */
@ApplicationScoped
class PostgresConversations implements Conversations {

  private final ScopedReads reads;
  private final Pool pool;

  PostgresConversations(ScopedReads reads, Pool pool) {
    this.reads = reads;
    this.pool = pool;
  }

  @Override
  public Uni<Optional<ConversationUsage>> usage(AccessScope scope, String conversationId) {
    Tuple parameters =
        Tuple.of(
            conversationId,
            scope.orgs().toArray(String[]::new),
            scope.wholeOrgs().toArray(String[]::new),
            scope.userId());
    return reads
        .run(scope, new ScopedReads.Read(ReportSql.CONVERSATION, parameters))
        .map(answers -> toUsage(conversationId, answers.get(0).iterator().next()));
  }

  @Override
  public Uni<Set<String>> orgsOf(String conversationId) {
    return pool.preparedQuery(ReportSql.ORGS_OF_CONVERSATION)
        .execute(Tuple.of(conversationId))
        .map(PostgresConversations::toOrgs);
  }

  private static Set<String> toOrgs(RowSet<Row> rows) {
    Set<String> orgs = new HashSet<>();
    rows.forEach(row -> orgs.add(row.getString("org_id")));
    return orgs;
  }

  private static Optional<ConversationUsage> toUsage(String conversationId, Row sums) {
    if (sums.getOffsetDateTime("last_message_at") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ConversationUsage(
            conversationId,
            sums.getLong("request_count"),
            sums.getLong("input_tokens"),
            sums.getLong("output_tokens"),
            sums.getLong("embedding_tokens"),
            sums.getBigDecimal("cost_nanos"),
            toLatency(sums),
            sums.getOffsetDateTime("last_message_at").toInstant()));
  }

  private static Latency toLatency(Row sums) {
    Long[] buckets = sums.getArrayOfLongs("duration_buckets");
    return Latency.of(
        sums.getLong("duration_ms_sum"),
        Arrays.stream(buckets).mapToLong(Long::longValue).toArray());
  }
}
