package io.tokenledger.ingest.adjustments;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.postgres.TransactionLock;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The table {@code raw.cost_adjustment} as an outbox: changes are kept until they are published,
 * and known until the rollups count them.
 */
@ApplicationScoped
public class PostgresAdjustments {

  /**
   * Spares repetitions only: a number that comes twice counts once. The transaction is idle while
   * Kafka is asked, which ends in bounded time.
   */
  private static final TransactionLock LOCK =
      TransactionLock.of("raw.cost_adjustment").with("idle_in_transaction_session_timeout", "30s");

  private static final String PUBLISHED =
      """
      UPDATE raw.cost_adjustment AS a SET published_at = now()
      FROM unnest($1::text[], $2::bigint[]) AS sent (org_id, sequence)
      WHERE a.org_id = sent.org_id AND a.sequence = sent.sequence""";

  private static final String NOT_COUNTED =
      """
      FROM raw.adjusted_org o LEFT JOIN rollup.adjustments_counted k USING (org_id)
      WHERE o.last_sequence > coalesce(k.counted_through, 0)""";

  private static final String PENDING =
      "SELECT coalesce(sum(o.last_sequence - coalesce(k.counted_through, 0)), 0)::bigint "
          + NOT_COUNTED;

  private static final String SEND_AGAIN =
      """
      UPDATE raw.cost_adjustment AS a SET published_at = NULL
      FROM (SELECT o.org_id, coalesce(k.counted_through, 0) AS counted %s) AS behind
      WHERE a.org_id = behind.org_id AND a.sequence > behind.counted
        AND (SELECT published_at FROM raw.cost_adjustment first
             WHERE first.org_id = behind.org_id AND first.sequence = behind.counted + 1)
          < now() - $1::bigint * interval '1 millisecond'"""
          .formatted(NOT_COUNTED);

  private final Pool pool;

  PostgresAdjustments(Pool pool) {
    this.pool = pool;
  }

  /**
   * Has the oldest unpublished ones sent and notes that they were. A failure before the end repeats
   * them. While one instance is at it, the others find nothing.
   *
   * @param send in the order given, done when Kafka has acknowledged all
   * @return how many
   */
  public Uni<Integer> publishSome(Function<List<Adjustment>, Uni<Void>> send) {
    return LOCK.alone(pool, connection -> publish(connection, send)).map(sent -> sent.orElse(0));
  }

  /** Has those published anew that were published so long ago and are not counted. */
  public Uni<Void> sendAgain(Duration notCountedFor) {
    return pool.preparedQuery(SEND_AGAIN)
        .execute(Tuple.of(notCountedFor.toMillis()))
        .replaceWithVoid();
  }

  /** How many the rollups have yet to count. */
  public Uni<Long> pending() {
    return pool.query(PENDING).execute().map(rows -> Rows.only(rows).getLong(0));
  }

  private static Uni<Integer> publish(
      SqlConnection connection, Function<List<Adjustment>, Uni<Void>> send) {
    return new AdjustmentRows(connection)
        .unpublished()
        .chain(
            some ->
                some.isEmpty()
                    ? Uni.createFrom().item(0)
                    : send.apply(some)
                        .chain(() -> notePublished(connection, some))
                        .replaceWith(some.size()));
  }

  private static Uni<Void> notePublished(SqlConnection connection, List<Adjustment> some) {
    String[] orgs = some.stream().map(Adjustment::orgId).toArray(String[]::new);
    Long[] numbers = some.stream().map(Adjustment::sequence).toArray(Long[]::new);
    return connection.preparedQuery(PUBLISHED).execute(Tuple.of(orgs, numbers)).replaceWithVoid();
  }
}
