package io.tokenledger.gateway.chat.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.EventText;
import io.tokenledger.gateway.chat.Keeping;
import io.tokenledger.gateway.chat.Message;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Keeps the answers of one org as they come. */
public final class AnswerKeeping implements Keeping {

  private static final String PART =
      "UPDATE chat.message SET content = $3, touched_at = now()"
          + " WHERE conversation_id = $1 AND message_id = $2 AND state = 'running'";

  /** Before the message, as whoever deletes the conversation has it. */
  private static final String LOCK =
      "SELECT FROM chat.conversation WHERE conversation_id = $1 FOR UPDATE";

  private static final String END =
      """
      WITH ended AS (
        UPDATE chat.message SET content = $3, state = $4, event_id = $5, prompt_tokens = $6,
          completion_tokens = $7, total_tokens = $8, cost_nanos = $9, finish_reason = $10,
          error = $11, duration_ms = $12, first_token_ms = $13, touched_at = now()
        WHERE conversation_id = $1 AND message_id = $2 AND state = 'running'
        RETURNING octet_length(content) AS bytes)
      UPDATE chat.conversation SET bytes = conversation.bytes + ended.bytes, updated_at = now()
      FROM ended WHERE conversation_id = $1""";

  private final ChatTransactions transactions;
  private final Set<String> orgs;

  AnswerKeeping(ChatTransactions transactions, Set<String> orgs) {
    this.transactions = transactions;
    this.orgs = orgs;
  }

  @Override
  public Uni<Void> part(Message answer) {
    Tuple part = id(answer).addString(EventText.storable(answer.content()));
    return transactions.in(
        orgs, connection -> connection.preparedQuery(PART).execute(part).replaceWithVoid());
  }

  @Override
  public Uni<Void> end(Message answer) {
    return transactions.in(orgs, connection -> end(connection, answer));
  }

  private static Uni<Void> end(SqlConnection connection, Message answer) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(answer.conversationId().orElseThrow()))
        .chain(() -> connection.preparedQuery(END).execute(row(answer)))
        .replaceWithVoid();
  }

  private static Tuple row(Message answer) {
    Tuple row = id(answer).addString(EventText.storable(answer.content()));
    row.addString(code(answer.state()));
    row.addString(answer.eventId().orElse(""));
    addNumber(row, answer.usage().map(usage -> usage.promptTokens()));
    addNumber(row, answer.usage().map(usage -> usage.completionTokens()));
    addNumber(row, answer.usage().map(usage -> usage.totalTokens()));
    addNumber(row, answer.usage().flatMap(usage -> number(usage.costNanos())));
    row.addString(EventText.storable(answer.finishReason().orElse("")));
    row.addString(EventText.storable(answer.error().orElse("")));
    addNumber(row, number(answer.durationMs()));
    addNumber(row, number(answer.timeToFirstTokenMs()));
    return row;
  }

  private static Tuple id(Message answer) {
    return Tuple.of(answer.conversationId().orElseThrow(), answer.id());
  }

  private static Optional<Long> number(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }

  private static void addNumber(Tuple row, Optional<Long> number) {
    row.addLong(number.orElse(null));
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
