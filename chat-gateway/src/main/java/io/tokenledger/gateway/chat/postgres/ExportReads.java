package io.tokenledger.gateway.chat.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.Conversation;
import io.tokenledger.gateway.chat.Message;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads all conversations of an org, or of one of its users, in small pages. */
@ApplicationScoped
public class ExportReads {

  private static final int MESSAGES = 50;
  private static final long CHARACTERS = 1_000_000;

  /** $1 org, $2 user or the empty text for all, $3 the conversation before, $4 the only one. */
  private static final String NEXT =
      "SELECT user_id, "
          + ConversationRows.CONVERSATION
          + " FROM chat.conversation WHERE org_id = $1 AND ($2 = '' OR user_id = $2)"
          + " AND conversation_id > $3 AND ($4::uuid IS NULL OR conversation_id = $4)"
          + " ORDER BY conversation_id LIMIT 1";

  /** Those that fit into a page, one at least. */
  private static final String MESSAGES_OF =
      "SELECT * FROM (SELECT "
          + ConversationRows.MESSAGE
          + ", sum(length(content)) OVER (ORDER BY number) - length(content) AS ahead"
          + " FROM (SELECT * FROM chat.message WHERE conversation_id = $1 AND number > $2"
          + " ORDER BY number LIMIT $3) AS next) AS counted WHERE ahead < $4 ORDER BY number";

  private final ChatTransactions transactions;

  ExportReads(ChatTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * How far an export is.
   *
   * @param conversation the last one that was begun
   * @param number the last of its messages that was read; below 0 when there are no more
   */
  public record Place(UUID conversation, int number) {

    public static final Place BEGIN = new Place(new UUID(0, 0), -1);
  }

  /** A conversation, and whose it is. */
  public record Owned(String userId, Conversation conversation) {}

  /**
   * @param begun present on the first page of a conversation
   * @param next empty when there is nothing more
   */
  public record Page(Optional<Owned> begun, List<Message> messages, Optional<Place> next) {}

  /**
   * Whose conversations are read.
   *
   * @param userId empty for all users of the org
   * @param conversation empty for all of them
   */
  public record Wanted(String orgId, String userId, Optional<UUID> conversation) {}

  /** Fails where the only one that is wanted is not there, or not theirs. */
  public Uni<Page> after(Wanted wanted, Place place) {
    return transactions.in(
        Set.of(wanted.orgId()),
        connection ->
            place.number() < 0
                ? next(connection, wanted, place.conversation())
                : messages(connection, Optional.empty(), place));
  }

  private static Uni<Page> next(SqlConnection connection, Wanted wanted, UUID before) {
    UUID only = wanted.conversation().orElse(null);
    return connection
        .preparedQuery(NEXT)
        .execute(Tuple.of(wanted.orgId(), wanted.userId(), before, only))
        .map(rows -> Rows.first(rows, ExportReads::toOwned))
        .invoke(found -> checkFound(wanted, before, found))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(new Page(found, List.of(), Optional.empty()))
                    : messages(connection, found, new Place(found.get().conversation().id(), 0)));
  }

  private static void checkFound(Wanted wanted, UUID before, Optional<Owned> found) {
    boolean first = before.equals(Place.BEGIN.conversation());
    if (first && found.isEmpty() && wanted.conversation().isPresent()) {
      throw ConversationStore.missing();
    }
  }

  private static Uni<Page> messages(SqlConnection connection, Optional<Owned> begun, Place place) {
    return connection
        .preparedQuery(MESSAGES_OF)
        .execute(Tuple.of(place.conversation(), place.number(), (long) MESSAGES, CHARACTERS))
        .map(
            rows -> {
              int last =
                  Rows.stream(rows).mapToInt(row -> row.getInteger("number")).max().orElse(-1);
              List<Message> read = Rows.all(rows, ConversationRows::toMessage);
              return new Page(begun, read, Optional.of(new Place(place.conversation(), last)));
            });
  }

  private static Owned toOwned(Row row) {
    return new Owned(row.getString("user_id"), ConversationRows.toConversation(row));
  }
}
