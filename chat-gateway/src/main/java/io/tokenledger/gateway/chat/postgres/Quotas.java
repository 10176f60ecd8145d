package io.tokenledger.gateway.chat.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.ErasedUsers;
import io.tokenledger.gateway.chat.ChatConfig;
import io.tokenledger.gateway.chat.Chatter;
import io.tokenledger.gateway.chat.Conversation;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import io.tokenledger.service.postgres.Rows;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What a user and an org may hold, so that none fills the database of all. What is there of a
 * message that is still to come is not counted yet: one may lead beyond a bound, the next may not.
 */
@ApplicationScoped
class Quotas {

  /** $1 org, $2 user, $3 hash of both, $4 conversation or NULL. */
  private static final String HOLDING =
      """
      SELECT
        (SELECT count(*) FROM chat.conversation WHERE org_id = $1 AND user_id = $2) AS conversations,
        (SELECT coalesce(sum(bytes), 0)::bigint FROM chat.conversation
          WHERE org_id = $1 AND user_id = $2) AS bytes_of_user,
        (SELECT coalesce(max(bytes), 0) FROM chat.org_holding WHERE org_id = $1) AS bytes_of_org,
        EXISTS (SELECT FROM chat.erasure WHERE org_id = $1 AND user_hash = $3
          AND (finished_at IS NULL OR erased_until > now())) AS erased,
        EXISTS (SELECT FROM chat.message WHERE conversation_id = $4 AND %s) AS runs"""
          .formatted(ConversationRows.RUNS);

  private final ChatConfig config;

  Quotas(ChatConfig config) {
    this.config = config;
  }

  Uni<Void> checkConversation(SqlConnection connection, Chatter who, String orgId) {
    return holding(connection, who, orgId, null)
        .invoke(this::checkBytes)
        .invoke(
            held ->
                refuse(
                    held.getLong("conversations") >= config.maxConversationsPerUser(),
                    "You have as many conversations here as may be, %d: please delete some."
                        .formatted(config.maxConversationsPerUser())))
        .replaceWithVoid();
  }

  Uni<Void> checkMessage(SqlConnection connection, Chatter who, Conversation conversation) {
    refuse(
        conversation.messageCount() + 2 > config.maxMessagesPerConversation(),
        "A conversation has at most %d messages: please begin another one."
            .formatted(config.maxMessagesPerConversation()));
    return holding(connection, who, conversation.orgId(), conversation.id())
        .invoke(this::checkBytes)
        .invoke(
            held ->
                refuse(
                    held.getBoolean("runs"),
                    "An answer of this conversation is still running: wait for it, or stop it."))
        .replaceWithVoid();
  }

  /** The parameters of what a model is told of before. */
  Tuple history(UUID conversation) {
    return Tuple.of(
        conversation, (long) config.historyMessages(), (long) config.historyCharacters());
  }

  private Uni<Row> holding(SqlConnection connection, Chatter who, String orgId, UUID conversation) {
    Buffer hash = Buffer.buffer(ErasedUsers.hash(orgId, who.userId()));
    return connection
        .preparedQuery(HOLDING)
        .execute(Tuple.of(orgId, who.userId(), hash, conversation))
        .map(Rows::only);
  }

  private void checkBytes(Row held) {
    if (held.getBoolean("erased")) {
      throw new ApiException(
          ProblemCode.FORBIDDEN, "This user is being taken out of the org, or was lately.");
    }
    refuse(
        held.getLong("bytes_of_user") >= config.maxBytesPerUser(),
        "Your conversations here are as large as they may be together: please delete some.");
    refuse(
        held.getLong("bytes_of_org") >= config.maxBytesPerOrg(),
        "The conversations of the org are as large as they may be together.");
  }

  private static void refuse(boolean beyond, String sentence) {
    if (beyond) {
      throw new ApiException(ProblemCode.CONFLICT, sentence);
    }
  }
}
