package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the next chunk of a run as it stands in {@code raw.reprice_run}: what it is about, and the
 * row up to which its pass has come.
 */
record ChunkReads(
    RepriceRun run,
    String provider,
    String modelName,
    LocalDate fromDate,
    LocalDate toDate,
    boolean onlyUnpriced,
    UUID key,
    String org) {

  static final String COLUMNS =
      """
      id, requested_by, reason, org_id, provider, model_name, from_date, to_date, only_unpriced,
      dry_run, cursor_key, cursor_org, events_changed, finished_at""";

  /** So many rows, whatever they hold: a chunk's time does not depend on what it finds. */
  private static final String END_OF_CHUNK =
      """
      SELECT event_key, org_id FROM (
        SELECT event_key, org_id FROM raw.usage_event e
        WHERE event_key >= $1 AND (event_key, org_id) > ($1, $2) AND event_key < $4 AND %s
        ORDER BY event_key, org_id LIMIT $3) AS chunk
      ORDER BY event_key DESC, org_id DESC LIMIT 1""";

  private static final String EVENTS =
      StoredUsageRows.SELECT
          + """
          WHERE e.event_key >= $1 AND (e.event_key, e.org_id) > ($1, $2)
            AND e.event_key <= $3 AND (e.event_key, e.org_id) <= ($3, $4)
            AND e.cost_status <> 'producer_reported'
            AND ($5 = '' OR e.org_id = $5) AND ($6 = '' OR e.provider = $6)
            AND ($7 = '' OR e.model_name = $7)
            AND ($8::date IS NULL OR e.occurred_at >= $8::timestamp AT TIME ZONE 'UTC')
            AND ($9::date IS NULL OR e.occurred_at < ($9::date + 1)::timestamp AT TIME ZONE 'UTC')
            AND %s
          ORDER BY e.event_key, e.org_id""";

  static ChunkReads fromRow(Row row) {
    return new ChunkReads(
        new RepriceRun(
            row.getUUID("id"),
            row.getString("requested_by"),
            row.getString("reason"),
            row.getString("org_id"),
            row.getBoolean("dry_run"),
            row.getLong("events_changed"),
            row.getOffsetDateTime("finished_at") != null),
        row.getString("provider"),
        row.getString("model_name"),
        row.getLocalDate("from_date"),
        row.getLocalDate("to_date"),
        row.getBoolean("only_unpriced"),
        row.getUUID("cursor_key"),
        row.getString("cursor_org"));
  }

  /** Where the next chunk ends; empty at the end of the pass. */
  Uni<Optional<ChunkReads>> endOfChunk(SqlConnection connection, int rows) {
    return KeyWindowReads.behind(key, org, false, connection)
        .chain(
            window ->
                window.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : endWithin(window.get(), connection, rows).map(Optional::of));
  }

  /** The window's end, where there is no event. */
  private Uni<ChunkReads> endWithin(KeyWindowReads window, SqlConnection connection, int rows) {
    return connection
        .preparedQuery(END_OF_CHUNK.formatted(condition()))
        .execute(Tuple.of(window.key(), window.org(), rows, window.end()))
        .map(end -> Rows.first(end, this::at).orElseGet(() -> standingOn(window.end(), "")));
  }

  /** The events of the run behind this cursor, up to {@code end}. */
  Uni<List<StoredUsage>> eventsUpTo(ChunkReads end, SqlConnection connection) {
    return connection
        .preparedQuery(EVENTS.formatted(condition()))
        .execute(
            Tuple.tuple()
                .addValue(key)
                .addValue(org)
                .addValue(end.key)
                .addValue(end.org)
                .addValue(run.orgId())
                .addValue(provider)
                .addValue(modelName)
                .addValue(fromDate)
                .addValue(toDate))
        .map(StoredUsageRows::fromRows);
  }

  /** In the text, not a parameter: the planner must see that the index holds them. */
  private String condition() {
    return onlyUnpriced ? StoredUsageRows.UNPRICED : "true";
  }

  private ChunkReads at(Row row) {
    return standingOn(row.getUUID("event_key"), row.getString("org_id"));
  }

  private ChunkReads standingOn(UUID eventKey, String orgId) {
    return new ChunkReads(
        run, provider, modelName, fromDate, toDate, onlyUnpriced, eventKey, orgId);
  }
}
