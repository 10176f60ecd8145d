package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.ingest.repricing.RepriceRun.Step;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.postgres.TransactionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The table {@code raw.reprice_run}: runs that were asked for, and what they change. A chunk is one
 * transaction, of events, adjustments and progress together, under a lock that one instance at a
 * time gets: nobody else changes a cost meanwhile.
 */
@ApplicationScoped
class PostgresRepriceRuns {

  private static final TransactionLock CHUNK = TransactionLock.of("raw.reprice");

  /** Waits for a chunk that is under way. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('raw.reprice'))";

  /** Of each org the oldest, of the orgs the one whose turn was the longest ago. */
  private static final String NEXT =
      "SELECT "
          + ChunkReads.COLUMNS
          + """
           FROM (
            SELECT DISTINCT ON (org_id) *,
              max(stepped_at) OVER (PARTITION BY org_id) AS org_stepped_at
            FROM raw.reprice_run
            WHERE finished_at IS NULL AND not_before <= now() AND book_version <= $1
            ORDER BY org_id, requested_at, id) AS oldest
          ORDER BY org_stepped_at, requested_at, id LIMIT 1""";

  private static final String MOVE =
      """
      UPDATE raw.reprice_run SET cursor_key = $2, cursor_org = $3,
        events_changed = events_changed + $4, pass_changed = pass_changed OR $5,
        stepped_at = clock_timestamp(), book_version = greatest(book_version, $6)
      WHERE id = $1 RETURNING\s\
      """
          + ChunkReads.COLUMNS;

  /**
   * A pass that changed nothing, and met nothing that waits, is the last; a dry run has only one.
   */
  private static final String END_PASS =
      """
      UPDATE raw.reprice_run SET pass = pass + 1, pass_changed = false, cursor_key = DEFAULT,
        stepped_at = clock_timestamp(), cursor_org = DEFAULT, not_before = now() + least(pass, 30) * interval '1 second',
        finished_at = CASE WHEN dry_run OR NOT pass_changed THEN now() END
      WHERE id = $1 RETURNING\s\
      """
          + ChunkReads.COLUMNS;

  private static final String REQUEST_FOR_UNPRICED =
      """
      SELECT raw.request_reprice($1, $2, '', '', '', NULL, NULL, true, false, $3)
      WHERE NOT EXISTS (
        SELECT FROM raw.reprice_run
        WHERE finished_at IS NULL AND only_unpriced AND requested_by = $1)\
      """;

  private final Pool pool;
  private final RepriceConfig config;

  PostgresRepriceRuns(Pool pool, RepriceConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /**
   * One chunk of a run that is due, of each org in turn. While one instance is at it, the others
   * find nothing.
   *
   * @param bookVersion of the price book at hand; a run that was begun at a later one waits
   * @param changes what of some events is to be changed, at that book
   */
  Uni<Optional<Step>> step(
      long bookVersion, Function<List<StoredUsage>, List<CostChange>> changes) {
    return CHUNK.alone(
        pool,
        connection ->
            connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(bookVersion))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? Uni.createFrom().nullItem()
                            : new Chunk(connection, bookVersion, changes)
                                .of(ChunkReads.fromRow(Rows.only(rows)))));
  }

  /**
   * Asks for a run over everything that has no price.
   *
   * @return false when there is an unfinished one
   */
  Uni<Boolean> requestForUnpriced(long bookVersion) {
    Tuple parameters = Tuple.of(RepriceRun.SYSTEM, RepriceRun.PRICE_APPEARED, bookVersion);
    return pool.withTransaction(
        connection ->
            connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.preparedQuery(REQUEST_FOR_UNPRICED).execute(parameters))
                .map(rows -> rows.size() > 0));
  }

  /** One step of one run, in its transaction. */
  private final class Chunk {
    private final SqlConnection connection;
    private final long bookVersion;
    private final Function<List<StoredUsage>, List<CostChange>> changes;

    Chunk(
        SqlConnection connection,
        long bookVersion,
        Function<List<StoredUsage>, List<CostChange>> changes) {
      this.connection = connection;
      this.bookVersion = bookVersion;
      this.changes = changes;
    }

    Uni<Step> of(ChunkReads cursor) {
      return cursor
          .endOfChunk(connection, config.chunkSize())
          .chain(end -> end.isEmpty() ? endPass(cursor) : reprice(cursor, end.get()));
    }

    private Uni<Step> endPass(ChunkReads cursor) {
      return connection
          .preparedQuery(END_PASS)
          .execute(Tuple.of(cursor.run().id()))
          .map(rows -> new Step(ChunkReads.fromRow(Rows.only(rows)).run(), 0));
    }

    private Uni<Step> reprice(ChunkReads cursor, ChunkReads end) {
      return cursor
          .eventsUpTo(end, connection)
          .map(changes)
          .chain(found -> cursor.run().dryRun() ? wouldChange(end, found) : change(end, found));
    }

    /** Says of every event what it would become, whether its turn has come or not. */
    private Uni<Step> wouldChange(ChunkReads end, List<CostChange> found) {
      return new ChunkWrites(connection, end.run().id(), found)
          .noteDifferences()
          .chain(() -> move(end, found.size(), false))
          .map(run -> new Step(run, 0));
    }

    private Uni<Step> change(ChunkReads end, List<CostChange> found) {
      List<CostChange> settled = found.stream().filter(c -> c.event().settled()).toList();
      boolean more = !settled.isEmpty() || found.stream().anyMatch(c -> c.event().isWaiting());
      return new ChunkWrites(connection, end.run().id(), settled)
          .apply()
          .chain(() -> move(end, settled.size(), more))
          .map(run -> new Step(run, settled.size()));
    }

    private Uni<RepriceRun> move(ChunkReads end, int changed, boolean more) {
      return connection
          .preparedQuery(MOVE)
          .execute(
              Tuple.of(end.run().id(), end.key(), end.org(), (long) changed, more, bookVersion))
          .map(rows -> ChunkReads.fromRow(Rows.only(rows)).run());
    }
  }
}
