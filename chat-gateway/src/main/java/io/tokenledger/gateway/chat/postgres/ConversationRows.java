package io.tokenledger.gateway.chat.postgres;

import io.tokenledger.gateway.chat.AnswerUsage;
import io.tokenledger.gateway.chat.Conversation;
import io.tokenledger.gateway.chat.Message;
import io.tokenledger.gateway.chat.Settings;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Conversations and messages as rows; an absent text is the empty one. */
final class ConversationRows {

  static final String CONVERSATION =
      "conversation_id, org_id, title, system_prompt, model, temperature, top_p, messages,"
          + " created_at, updated_at";

  /** What no gateway has touched for a minute is not running any more. */
  static final String RUNS = "(state = 'running' AND touched_at > now() - interval '60 seconds')";

  static final String MESSAGE =
      "message_id, conversation_id, number, role, content, model, event_id, prompt_tokens,"
          + " completion_tokens, total_tokens, cost_nanos, finish_reason, error, duration_ms,"
          + " first_token_ms, created_at, CASE WHEN state = 'running' AND NOT "
          + RUNS
          + " THEN 'interrupted' ELSE state END AS state";

  private ConversationRows() {}

  static Conversation toConversation(Row row) {
    return new Conversation(
        row.getUUID("conversation_id"),
        row.getString("org_id"),
        new Settings(
            given(row, "title"),
            given(row, "system_prompt"),
            given(row, "model"),
            number(row, "temperature"),
            number(row, "top_p")),
        row.getInteger("messages"),
        time(row, "created_at"),
        time(row, "updated_at"));
  }

  static Message toMessage(Row row) {
    return new Message(
        row.getUUID("message_id"),
        Optional.of(row.getUUID("conversation_id")),
        Message.Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        row.getString("content"),
        Message.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        given(row, "model"),
        given(row, "event_id"),
        usage(row),
        given(row, "finish_reason"),
        given(row, "error"),
        Rows.number(row, "duration_ms"),
        Rows.number(row, "first_token_ms"),
        time(row, "created_at"));
  }

  private static Optional<AnswerUsage> usage(Row row) {
    OptionalLong total = Rows.number(row, "total_tokens");
    return total.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AnswerUsage(
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                total.getAsLong(),
                Rows.number(row, "cost_nanos")));
  }

  private static Optional<String> given(Row row, String column) {
    return Optional.of(row.getString(column)).filter(text -> !text.isEmpty());
  }

  private static Optional<BigDecimal> number(Row row, String column) {
    return Optional.ofNullable(row.getBigDecimal(column));
  }

  private static Instant time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
