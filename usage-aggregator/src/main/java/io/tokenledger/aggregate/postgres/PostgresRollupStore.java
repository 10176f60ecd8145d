package io.tokenledger.aggregate.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.Position;
import io.tokenledger.aggregate.RollupStore;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The rollups in PostgreSQL, schema {@code rollup}. */
@ApplicationScoped
class PostgresRollupStore implements RollupStore {

  private static final String POSITIONS =
      """
      SELECT source_partition, next_offset, coalesce(read_to, next_offset) AS read_to
      FROM rollup.consumer_position WHERE topic_id = $1""";

  private final Pool pool;

  PostgresRollupStore(Pool pool) {
    this.pool = pool;
  }

  @Override
  public <T> Uni<T> inTransaction(Function<Transaction, Uni<T>> work) {
    return pool.withTransaction(
        connection -> work.apply(new PostgresRollupTransaction(connection)));
  }

  @Override
  public Uni<Map<Integer, Position>> positions(UUID topicId) {
    return pool.preparedQuery(POSITIONS)
        .execute(Tuple.of(topicId))
        .map(PostgresRollupStore::positionsOf);
  }

  static Map<Integer, Position> positionsOf(RowSet<Row> rows) {
    return Rows.map(
        rows,
        row -> row.getInteger("source_partition"),
        row -> new Position(row.getLong("next_offset"), row.getLong("read_to")));
  }
}
