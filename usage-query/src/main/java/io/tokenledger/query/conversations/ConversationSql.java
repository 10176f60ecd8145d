package io.tokenledger.query.conversations;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.query.postgres.Statement;
import io.tokenledger.query.sums.SumsColumns;

/** Reads of the rollup by conversation; what a scope sees of its own rows only is left to these. */
final class ConversationSql {

  private static final String SUMS =
      SumsColumns.SUMS + ", " + SumsColumns.HISTOGRAM + ", max(last_message_at) AS last_message_at";

  private ConversationSql() {}

  static ScopedReads.Read one(AccessScope scope, String conversationId) {
    Statement statement = new Statement();
    String visible = visible(statement, scope);
    return statement.read(
        "SELECT %s FROM rollup.conversation_usage WHERE %s AND conversation_id = %s"
            .formatted(SUMS, visible, statement.bind(conversationId, "text")));
  }

  /** One more than the page has. */
  static ScopedReads.Read page(AccessScope scope, ConversationQuery query) {
    Statement statement = new Statement();
    String found = found(statement, scope, query);
    String after =
        query
            .after()
            .map(
                position ->
                    " AND (max(last_message_at), conversation_id COLLATE \"C\") < (%s, %s)"
                        .formatted(
                            statement.bindTime(position.lastMessageAt()),
                            statement.bind(position.conversationId(), "text")))
            .orElse("");
    return statement.read(
        """
        SELECT conversation_id, %s %s%s
        ORDER BY max(last_message_at) DESC, conversation_id COLLATE "C" DESC LIMIT %s OFFSET %s"""
            .formatted(
                SUMS,
                found,
                after,
                statement.bind(query.limit() + 1, "int"),
                statement.bind(query.offset(), "int")));
  }

  static ScopedReads.Read total(AccessScope scope, ConversationQuery query) {
    Statement statement = new Statement();
    return statement.read(
        "SELECT count(*) AS total FROM (SELECT 1 %s) AS found"
            .formatted(found(statement, scope, query)));
  }

  private static String found(Statement statement, AccessScope scope, ConversationQuery query) {
    return "FROM rollup.conversation_usage WHERE %s GROUP BY conversation_id HAVING %s"
        .formatted(
            visible(statement, scope),
            query
                .range()
                .map(
                    range ->
                        "max(last_message_at) >= %s AND max(last_message_at) < %s"
                            .formatted(
                                statement.bindTime(range.start()), statement.bindTime(range.end())))
                .orElse("true"));
  }

  private static String visible(Statement statement, AccessScope scope) {
    return "org_id = ANY (%s) AND (org_id = ANY (%s) OR user_id = %s)"
        .formatted(
            statement.bind(scope.orgs().toArray(String[]::new), "text[]"),
            statement.bind(scope.wholeOrgs().toArray(String[]::new), "text[]"),
            statement.bind(scope.userId(), "text"));
  }
}
