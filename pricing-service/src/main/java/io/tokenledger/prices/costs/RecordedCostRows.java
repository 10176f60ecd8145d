package io.tokenledger.prices.costs;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Rows of what usage-ingest offers. */
final class RecordedCostRows {

  private RecordedCostRows() {}

  static UnpricedUsage unpricedUsage(Row row) {
    return new UnpricedUsage(
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("cost_status"),
        row.getString("org_id"),
        row.getLong("requests"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        row.getLong("embedding_tokens"),
        row.getOffsetDateTime("first_seen").toInstant(),
        row.getOffsetDateTime("last_seen").toInstant());
  }

  static RepriceRun run(Row row) {
    return new RepriceRun(
        row.getUUID("id"),
        row.getOffsetDateTime("requested_at").toInstant(),
        order(row),
        row.getBoolean("only_unpriced"),
        row.getLong("book_version"),
        row.getLong("events_changed"),
        whole(row, "nanos_delta"),
        Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant));
  }

  static RepriceRun.Difference difference(Row row) {
    return new RepriceRun.Difference(
        row.getString("org_id"),
        row.getLocalDate("usage_date"),
        row.getLong("events"),
        whole(row, "cost_nanos_before"),
        whole(row, "cost_nanos_after"),
        row.getLong("unpriced_requests_delta"));
  }

  private static RepriceOrder order(Row row) {
    return new RepriceOrder(
        row.getString("requested_by"),
        row.getString("reason"),
        row.getString("org_id"),
        row.getString("provider"),
        row.getString("model_name"),
        Optional.ofNullable(row.getLocalDate("from_date")),
        Optional.ofNullable(row.getLocalDate("to_date")),
        row.getBoolean("dry_run"));
  }

  private static BigInteger whole(Row row, String column) {
    return row.getBigDecimal(column).toBigIntegerExact();
  }
}
