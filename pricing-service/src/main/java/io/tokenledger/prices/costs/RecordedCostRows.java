package io.tokenledger.prices.costs;

import io.tokenledger.events.Money;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Rows of what usage-ingest offers, as they are answered. */
final class RecordedCostRows {

  private RecordedCostRows() {}

  /** What one org used of a model. */
  static UnpricedView unpricedUsage(Row row, boolean withOrg) {
    UnpricedView.Org org =
        new UnpricedView.Org(
            row.getString("org_id"),
            row.getLong("requests"),
            row.getOffsetDateTime("first_seen").toInstant(),
            row.getOffsetDateTime("last_seen").toInstant());
    long input = row.getLong("input_tokens");
    long output = row.getLong("output_tokens");
    long embedding = row.getLong("embedding_tokens");
    return new UnpricedView(
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("cost_status"),
        org.requests(),
        input,
        output,
        embedding,
        input + output + embedding,
        org.firstSeen(),
        org.lastSeen(),
        withOrg ? List.of(org) : null);
  }

  /** Without its differences. */
  static RepriceRunView run(Row row) {
    BigInteger delta = whole(row, "nanos_delta");
    Optional<OffsetDateTime> finished = Optional.ofNullable(row.getOffsetDateTime("finished_at"));
    return new RepriceRunView(
        row.getUUID("id"),
        finished.isPresent() ? "finished" : "running",
        row.getOffsetDateTime("requested_at").toInstant(),
        row.getString("requested_by"),
        row.getString("reason"),
        orNull(row.getString("org_id")),
        orNull(row.getString("provider")),
        orNull(row.getString("model_name")),
        row.getLocalDate("from_date"),
        row.getLocalDate("to_date"),
        row.getBoolean("only_unpriced"),
        row.getBoolean("dry_run"),
        row.getLong("book_version"),
        row.getLong("events_changed"),
        delta,
        usd(delta),
        finished.map(OffsetDateTime::toInstant).orElse(null),
        null);
  }

  static RepriceRunView.Difference difference(Row row) {
    BigInteger before = whole(row, "cost_nanos_before");
    BigInteger after = whole(row, "cost_nanos_after");
    BigInteger delta = after.subtract(before);
    return new RepriceRunView.Difference(
        row.getString("org_id"),
        row.getLocalDate("usage_date"),
        row.getLong("events"),
        before,
        after,
        delta,
        usd(delta),
        row.getLong("unpriced_requests_delta"));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static BigInteger whole(Row row, String column) {
    return row.getBigDecimal(column).toBigIntegerExact();
  }

  private static String usd(BigInteger nanos) {
    BigDecimal usd = Money.usdFromNanos(new BigDecimal(nanos));
    return usd.signum() == 0 ? "0" : usd.stripTrailingZeros().toPlainString();
  }
}
