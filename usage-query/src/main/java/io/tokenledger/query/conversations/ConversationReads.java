package io.tokenledger.query.conversations;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.sums.SumsColumns;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads sums over the events of conversations, from the rollup by conversation. */
@ApplicationScoped
public class ConversationReads {

  /** $1 conversation. */
  private static final String ORGS_OF_CONVERSATION =
      "SELECT org_id FROM rollup.orgs_of_conversation($1) AS org_id";

  private final ScopedReads reads;

  ConversationReads(ScopedReads reads) {
    this.reads = reads;
  }

  /** Absent when there is nothing the caller may see. */
  public Uni<Optional<ConversationUsage>> usage(AccessScope scope, String conversationId) {
    return narrowed(scope, conversationId)
        .chain(narrow -> reads.run(narrow, ConversationSql.one(narrow, conversationId)))
        .map(answers -> Rows.only(answers.get(0)))
        .map(row -> isThere(row) ? Optional.of(toUsage(conversationId, row)) : Optional.empty());
  }

  /** Of the one org of the scope: all, or those in which the caller took part. */
  public Uni<ConversationPage> page(AccessScope scope, ConversationQuery query) {
    return reads
        .run(scope, ConversationSql.page(scope, query), ConversationSql.total(scope, query))
        .map(ConversationReads::toPage);
  }

  /** Row-level security wants the orgs by name, of a superadmin too. */
  private Uni<AccessScope> narrowed(AccessScope scope, String conversationId) {
    return scope.everyOrg()
        ? orgsOf(conversationId).map(AccessScope::ofWholeOrgs)
        : Uni.createFrom().item(scope);
  }

  private Uni<Set<String>> orgsOf(String conversationId) {
    return reads
        .runUnscoped(new ScopedReads.Read(ORGS_OF_CONVERSATION, Tuple.of(conversationId)))
        .map(rows -> Set.copyOf(Rows.all(rows, row -> row.getString("org_id"))));
  }

  private static ConversationPage toPage(List<RowSet<Row>> answers) {
    List<ConversationUsage> oneMore =
        Rows.all(answers.get(0), row -> toUsage(row.getString("conversation_id"), row));
    return new ConversationPage(oneMore, Rows.only(answers.get(1)).getLong("total"));
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
