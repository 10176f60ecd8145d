package io.tokenledger.query.postgres;

import io.tokenledger.service.postgres.Rows;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.function.Function;

/**
 * How many rows a report may have at most. One more is read, and never more than that: whatever
 * names an org invents, its report takes no more memory.
 *
 * @param remedy what to ask for instead: a sentence that begins with the parameter
 */
public record RowLimit(int most, String remedy) {

  /** How many rows to read. */
  public int oneMore() {
    return most + 1;
  }

  /**
   * @throws RefusedException as too much when there are more
   */
  public <T> List<T> of(RowSet<Row> rows, Function<Row, T> fromRow) {
    if (rows.size() > most) {
      throw new RefusedException(Reason.TOO_MUCH, remedy);
    }
    return Rows.all(rows, fromRow);
  }
}
