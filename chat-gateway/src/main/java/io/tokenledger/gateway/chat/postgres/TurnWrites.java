package io.tokenledger.gateway.chat.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Chatter;
import io.tokenledger.gateway.chat.Conversation;
import io.tokenledger.gateway.chat.Message;
import io.tokenledger.gateway.chat.model.Prompt;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Writes questions and answers. */
@ApplicationScoped
public class TurnWrites {

  /** Beside the text of a message. */
  private static final int ROW_BYTES = 256;

  private static final String LOCK =
      "SELECT "
          + ConversationRows.CONVERSATION
          + " FROM chat.conversation WHERE conversation_id = $1 AND org_id = ANY ($2)"
          + " AND user_id = $3 FOR UPDATE";

  /** $1 conversation; the newest ones that fit, the oldest of them first. */
  private static final String HISTORY =
      """
      SELECT role, content FROM (
        SELECT number, role, content, sum(length(content)) OVER (ORDER BY number DESC) AS upto
        FROM (
          SELECT number, role, content FROM chat.message
          WHERE conversation_id = $1 AND content <> ''
          ORDER BY number DESC LIMIT $2) AS newest) AS counted
      WHERE upto <= $3 ORDER BY number""";

  private static final String INSERT =
      """
      INSERT INTO chat.message (conversation_id, number, message_id, org_id, role, content, state, model,
        created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

  private static final String COUNT =
      "UPDATE chat.conversation SET messages = messages + 2, bytes = bytes + $2, updated_at = now()"
          + " WHERE conversation_id = $1";

  private final ChatTransactions transactions;
  private final Quotas quotas;

  TurnWrites(ChatTransactions transactions, Quotas quotas) {
    this.transactions = transactions;
    this.quotas = quotas;
  }

  /**
   * A question that is written down, and the answer to it, which runs.
   *
   * @param history what was said before, the oldest first
   */
  public record Begun(
      Conversation conversation, Message question, Message answer, List<Prompt.Turn> history) {}

  /**
   * One at a time in a conversation: while an answer runs, another question is refused. So is one
   * beyond a quota, and of a conversation that is not the caller's.
   *
   * @param answer the one to begin; may refuse
   */
  public Uni<Begun> begin(
      Chatter who, UUID id, Function<Conversation, Message> answer, String content) {
    return transactions.in(
        who.orgs(),
        connection ->
            connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(id, who.orgs().toArray(String[]::new), who.userId()))
                .map(rows -> Rows.first(rows, ConversationRows::toConversation))
                .map(found -> found.orElseThrow(ConversationStore::missing))
                .call(found -> quotas.checkMessage(connection, who, found))
                .chain(found -> begin(connection, found, answer.apply(found), content)));
  }

  private Uni<Begun> begin(
      SqlConnection connection, Conversation conversation, Message answer, String content) {
    Message question = Message.question(conversation.id(), content, answer.createdAt());
    int number = conversation.messageCount() + 1;
    long bytes = 2L * ROW_BYTES + bytes(content);
    return history(connection, conversation.id())
        .call(() -> insert(connection, conversation, number, question))
        .call(() -> insert(connection, conversation, number + 1, answer))
        .call(() -> connection.preparedQuery(COUNT).execute(Tuple.of(conversation.id(), bytes)))
        .map(history -> new Begun(conversation, question, answer, fromQuestion(history)));
  }

  private Uni<List<Prompt.Turn>> history(SqlConnection connection, UUID conversation) {
    return connection
        .preparedQuery(HISTORY)
        .execute(quotas.history(conversation))
        .map(rows -> Rows.all(rows, TurnWrites::toTurn));
  }

  /** Cut somewhere, it must not begin with an answer: not every API takes that. */
  private static List<Prompt.Turn> fromQuestion(List<Prompt.Turn> history) {
    return history.stream().dropWhile(turn -> !turn.role().equals("user")).toList();
  }

  private static Prompt.Turn toTurn(Row row) {
    return new Prompt.Turn(row.getString("role"), row.getString("content"));
  }

  private static Uni<Void> insert(
      SqlConnection connection, Conversation conversation, int number, Message message) {
    return connection
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(conversation.id())
                .addInteger(number)
                .addUUID(message.id())
                .addString(conversation.orgId())
                .addString(AnswerKeeping.code(message.role()))
                .addString(message.content())
                .addString(AnswerKeeping.code(message.state()))
                .addString(message.model().orElse(""))
                .addOffsetDateTime(message.createdAt().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Where the answers of an org are kept. */
  public AnswerKeeping keeping(String orgId) {
    return new AnswerKeeping(transactions, Set.of(orgId));
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
