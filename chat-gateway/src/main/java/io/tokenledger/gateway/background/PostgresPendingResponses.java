package io.tokenledger.gateway.background;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Times are the database's, so that it does not matter how late it is at a gateway. */
@ApplicationScoped
class PostgresPendingResponses implements PendingResponses {

  private static final long PATIENCE_SECONDS = 5;

  private static final String RESERVE =
      """
      INSERT INTO chat.pending_response (org_id, event_id, upstream, path, own_key, call)
      SELECT $1, $2, $3, $4, $5, $6
      WHERE (SELECT count(*) FROM chat.pending_response WHERE org_id = $1 AND sent_at IS NULL) < $7
      """;

  private static final String NAME =
      """
      UPDATE chat.pending_response
      SET response_id = $3, look_at = now() + $4::bigint * interval '1 millisecond'
      WHERE org_id = $1 AND event_id = $2
      """;

  private static final String FORGET =
      "DELETE FROM chat.pending_response WHERE org_id = $1 AND event_id = $2 AND sent_at IS NULL";

  private static final String FIND =
      """
      SELECT org_id, event_id, upstream, path, own_key, call FROM chat.pending_response
      WHERE response_id = $2
      ORDER BY org_id = $1 DESC, sent_at IS NULL DESC, created_at DESC LIMIT 1
      """;

  /** An org with many that are due takes its turn with those that have few. */
  private static final String TAKE_DUE =
      """
      WITH due AS (
        SELECT org_id, event_id, row_number() OVER (PARTITION BY org_id ORDER BY look_at) AS turn
        FROM chat.pending_response
        WHERE sent_at IS NULL AND response_id <> '' AND look_at <= now()),
      taken AS (
        SELECT org_id, event_id FROM chat.pending_response AS p JOIN due USING (org_id, event_id)
        WHERE p.sent_at IS NULL AND p.look_at <= now()
        ORDER BY due.turn, p.look_at LIMIT $1 FOR UPDATE OF p SKIP LOCKED)
      UPDATE chat.pending_response AS p
      SET looks = looks + 1, look_at = now() + greatest($2::bigint * interval '1 millisecond',
        least($3::bigint * interval '1 millisecond', (now() - created_at) / 4))
      FROM taken WHERE p.org_id = taken.org_id AND p.event_id = taken.event_id
      RETURNING p.org_id, p.event_id, upstream, path, own_key, call, response_id, event, looks,
        created_at < now() - $4::bigint * interval '1 millisecond' AS expired
      """;

  private static final String SETTLE =
      """
      UPDATE chat.pending_response
      SET event = $3, look_at = now() + $4::bigint * interval '1 millisecond'
      WHERE org_id = $1 AND event_id = $2 AND event IS NULL AND sent_at IS NULL
      """;

  private static final String SENT =
      """
      UPDATE chat.pending_response SET sent_at = now(), event = NULL, call = NULL
      WHERE org_id = $1 AND event_id = $2
      """;

  /** What was reserved and never named came to nothing, or its gateway died: that one tells. */
  private static final String FORGET_OLD =
      """
      DELETE FROM chat.pending_response
      WHERE sent_at < now() - $1::bigint * interval '1 millisecond'
        OR sent_at IS NULL AND response_id = ''
          AND created_at < now() - $2::bigint * interval '1 millisecond'
      """;

  private final Pool pool;
  private final BackgroundConfig config;

  PostgresPendingResponses(Pool pool, BackgroundConfig config) {
    this.pool = pool;
    this.config = config;
  }

  @Override
  public Future<Boolean> reserve(PendingResponse response) {
    return run(
            RESERVE,
            Tuple.of(
                response.orgId(),
                UUID.fromString(response.eventId()),
                response.upstream(),
                response.path(),
                response.ownKey(),
                CallJson.of(response.call().orElseThrow()),
                (long) config.maxPendingPerOrg()))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> name(PendingResponse response, String responseId) {
    return run(NAME, key(response).addString(responseId).addLong(config.firstLook().toMillis()))
        .mapEmpty();
  }

  @Override
  public Future<Void> forget(PendingResponse response) {
    return run(FORGET, key(response)).mapEmpty();
  }

  @Override
  public Future<Optional<PendingResponse>> find(String orgId, String responseId) {
    return run(FIND, Tuple.of(orgId, responseId))
        .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(pending(first(rows))));
  }

  @Override
  public Future<List<DueResponse>> takeDue(int most) {
    return run(
            TAKE_DUE,
            Tuple.of(
                (long) most,
                config.firstLook().toMillis(),
                config.longestWait().toMillis(),
                config.patience().toMillis()))
        .map(PostgresPendingResponses::due);
  }

  @Override
  public Future<Boolean> settle(PendingResponse response, byte[] event) {
    Tuple values = key(response).addBuffer(Buffer.buffer(event));
    return run(SETTLE, values.addLong(config.firstLook().toMillis()))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> sent(PendingResponse response) {
    return run(SENT, key(response)).mapEmpty();
  }

  @Override
  public Future<Void> forgetOld() {
    Duration kept = config.keptFor();
    return run(FORGET_OLD, Tuple.of(kept.toMillis(), config.patience().toMillis())).mapEmpty();
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static Tuple key(PendingResponse response) {
    return Tuple.of(response.orgId(), UUID.fromString(response.eventId()));
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  private static List<DueResponse> due(RowSet<Row> rows) {
    List<DueResponse> due = new ArrayList<>();
    for (Row row : rows) {
      due.add(
          new DueResponse(
              pending(row),
              row.getString("response_id"),
              event(row),
              row.getInteger("looks"),
              row.getBoolean("expired")));
    }
    return due;
  }

  private static PendingResponse pending(Row row) {
    return new PendingResponse(
        row.getString("org_id"),
        row.getUUID("event_id").toString(),
        row.getString("upstream"),
        row.getString("path"),
        row.getBoolean("own_key"),
        Optional.ofNullable(row.getString("call")).map(CallJson::read));
  }

  private static Optional<byte[]> event(Row row) {
    return Optional.ofNullable(row.getBuffer("event")).map(Buffer::getBytes);
  }
}
