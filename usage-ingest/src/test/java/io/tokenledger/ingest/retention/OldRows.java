package io.tokenledger.ingest.retention;

import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.select;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Raw rows of days so long ago that no event of them is accepted any more. */
public final class OldRows {

  private static final String INSERT =
      """
      INSERT INTO raw.usage_event (
        event_key, org_id, event_id, occurred_at, user_id, provider, model_name, feature, activity,
        category, request_count, input_tokens, output_tokens, cache_read_tokens,
        cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
        audio_output_tokens, embedding_tokens, usage_source, service_tier, cost_nanos, cost_status,
        price_version, success, error_message, conversation_id, message_id, payload_hash,
        source_topic_id, source_partition, source_offset)
      VALUES ('%s', '%s', 'e', '%s', '', 'openai', 'm', 'chat', '', '', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0,
        'reported', 'standard', 7, 'priced', '', true, '', '', '', 1, '%s', 0, 1)""";

  private OldRows() {}

  /** A row that is keyed to a day and occurred at another time. */
  public static UUID insert(String org, LocalDate day, String occurredAt) {
    execute(
        "SET ROLE tokenledger_ingest; SELECT raw.ensure_day_partition('%s'); RESET ROLE"
            .formatted(day));
    UUID first = (UUID) select("SELECT raw.first_key_of('" + day + "'::date)").get(0);
    UUID random = UUID.randomUUID();
    UUID key = new UUID(first.getMostSignificantBits() | 0x8ABCL, random.getLeastSignificantBits());
    execute(INSERT.formatted(key, org, OffsetDateTime.parse(occurredAt), UUID.randomUUID()));
    return key;
  }

  /** A row of a day, its id registered as one that carries no day. */
  static UUID insertRegistered(String org, LocalDate day) {
    UUID key = insert(org, day, day + "T12:00:00Z");
    UUID identity = UUID.randomUUID();
    execute("INSERT INTO raw.event_identity VALUES ('%s', '%s')".formatted(identity, key));
    return identity;
  }

  static boolean hasPartition(LocalDate day) {
    return !select(
            "SELECT day FROM raw.days_before('%s') AS day WHERE day = '%s'"
                .formatted(day.plusDays(1), day))
        .isEmpty();
  }
}
