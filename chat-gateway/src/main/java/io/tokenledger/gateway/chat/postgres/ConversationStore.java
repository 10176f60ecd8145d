package io.tokenledger.gateway.chat.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Chatter;
import io.tokenledger.gateway.chat.Conversation;
import io.tokenledger.gateway.chat.Message;
import io.tokenledger.gateway.chat.Settings;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The conversations of a user. Those of others are as if there were none. */
@ApplicationScoped
public class ConversationStore {

  /** $1 conversation, $2 orgs, $3 user. */
  private static final String OWN =
      " WHERE conversation_id = $1 AND org_id = ANY ($2) AND user_id = $3";

  private static final String INSERT =
      """
      INSERT INTO chat.conversation
        (conversation_id, org_id, user_id, title, system_prompt, model, temperature, top_p)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING\s"""
          + ConversationRows.CONVERSATION;

  private static final String ONE =
      "SELECT " + ConversationRows.CONVERSATION + " FROM chat.conversation" + OWN;

  private static final String CHANGE =
      "UPDATE chat.conversation SET title = $4, system_prompt = $5, model = $6, temperature = $7,"
          + " top_p = $8, updated_at = now()"
          + OWN
          + " RETURNING "
          + ConversationRows.CONVERSATION;

  private static final String DELETE = "DELETE FROM chat.conversation" + OWN;

  private static final String PAGE =
      "SELECT "
          + ConversationRows.CONVERSATION
          + " FROM chat.conversation WHERE org_id = ANY ($1) AND user_id = $2"
          + " AND (updated_at, conversation_id) < ($3, $4)"
          + " ORDER BY updated_at DESC, conversation_id DESC LIMIT $5";

  private static final String MESSAGES =
      "SELECT "
          + ConversationRows.MESSAGE
          + " FROM chat.message WHERE conversation_id = $1 AND number < $2"
          + " ORDER BY number DESC LIMIT $3";

  private final ChatTransactions transactions;
  private final Quotas quotas;

  ConversationStore(ChatTransactions transactions, Quotas quotas) {
    this.transactions = transactions;
    this.quotas = quotas;
  }

  /** A conversation with some of its messages, the newest first. */
  public record Opened(Conversation conversation, List<NumberedMessage> messages) {}

  /**
   * @param number its place in the conversation, from 1
   */
  public record NumberedMessage(int number, Message message) {}

  /**
   * @param orgId one of the caller's
   */
  public Uni<Conversation> make(Chatter who, String orgId, Settings settings) {
    Tuple row = Tuple.of(UUID.randomUUID(), orgId, who.userId());
    return transactions.in(
        Set.of(orgId),
        connection ->
            quotas
                .checkConversation(connection, who, orgId)
                .chain(() -> connection.preparedQuery(INSERT).execute(add(row, settings)))
                .map(rows -> ConversationRows.toConversation(Rows.only(rows))));
  }

  /**
   * The last used first.
   *
   * @param orgs of the caller's
   * @param before the place of the last one of the page before
   */
  public Uni<List<Conversation>> page(
      Chatter who, Set<String> orgs, Instant before, UUID beforeId, int limit) {
    Tuple page =
        Tuple.of(
            orgs.toArray(String[]::new),
            who.userId(),
            before.atOffset(ZoneOffset.UTC),
            beforeId,
            (long) limit);
    return transactions.in(
        orgs,
        connection ->
            connection
                .preparedQuery(PAGE)
                .execute(page)
                .map(rows -> Rows.all(rows, ConversationRows::toConversation)));
  }

  /**
   * @param before the number of the oldest message of the page before
   */
  public Uni<Opened> open(Chatter who, UUID id, int before, int limit) {
    Tuple page = Tuple.of(id, before, (long) limit);
    return transactions.in(
        who.orgs(),
        connection ->
            find(connection, who, id)
                .chain(
                    found ->
                        connection
                            .preparedQuery(MESSAGES)
                            .execute(page)
                            .map(rows -> Rows.all(rows, ConversationStore::toNumbered))
                            .map(messages -> new Opened(found, messages))));
  }

  public Uni<Conversation> change(Chatter who, UUID id, UnaryOperator<Settings> change) {
    return transactions.in(
        who.orgs(),
        connection ->
            find(connection, who, id)
                .map(found -> add(own(who, id), change.apply(found.settings())))
                .chain(row -> connection.preparedQuery(CHANGE).execute(row))
                .map(rows -> Rows.first(rows, ConversationRows::toConversation))
                .map(changed -> changed.orElseThrow(ConversationStore::missing)));
  }

  public Uni<Void> delete(Chatter who, UUID id) {
    return transactions.in(
        who.orgs(),
        connection ->
            connection
                .preparedQuery(DELETE)
                .execute(own(who, id))
                .invoke(
                    rows -> {
                      if (rows.rowCount() == 0) {
                        throw missing();
                      }
                    })
                .replaceWithVoid());
  }

  static ApiException missing() {
    return ApiException.notFound("No such conversation.");
  }

  private static Uni<Conversation> find(SqlConnection connection, Chatter who, UUID id) {
    return connection
        .preparedQuery(ONE)
        .execute(own(who, id))
        .map(rows -> Rows.first(rows, ConversationRows::toConversation))
        .map(found -> found.orElseThrow(ConversationStore::missing));
  }

  private static NumberedMessage toNumbered(Row row) {
    return new NumberedMessage(row.getInteger("number"), ConversationRows.toMessage(row));
  }

  private static Tuple own(Chatter who, UUID id) {
    return Tuple.of(id, who.orgs().toArray(String[]::new), who.userId());
  }

  private static Tuple add(Tuple row, Settings settings) {
    return row.addString(settings.title().orElse(""))
        .addString(settings.systemPrompt().orElse(""))
        .addString(settings.model().orElse(""))
        .addBigDecimal(settings.temperature().orElse(null))
        .addBigDecimal(settings.topP().orElse(null));
  }
}
