package io.tokenledger.acceptance.hostile;

import io.tokenledger.acceptance.check.LedgerTables;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What one org has sent, and what the ledger holds of it. */
final class SentUsage {

  private static final BigInteger NANOS_PER_MICRO = BigInteger.valueOf(1_000);
  private static final String STORED_EVENTS = "SELECT count(*) FROM raw.usage_event";
  private static final String STORED_NANOS =
      "SELECT coalesce(sum(cost_nanos), 0) FROM raw.usage_event";
  private static final String COUNTED_EVENTS =
      "SELECT coalesce(sum(request_count), 0) FROM rollup.org_daily_usage";
  private static final String COUNTED_NANOS =
      "SELECT coalesce(sum(cost_nanos), 0) FROM rollup.org_daily_usage";

  private final LedgerTables tables;
  private final String where;
  private final List<String> orgs;
  private long events;
  private BigInteger micros = BigInteger.ZERO;

  SentUsage(LedgerTables tables, String orgId) {
    this.tables = tables;
    this.where = " WHERE org_id = '" + orgId + "'";
    this.orgs = List.of(orgId);
  }

  synchronized void add(List<HostileEvent> accepted) {
    events += accepted.size();
    for (HostileEvent each : accepted) {
      micros = micros.add(BigInteger.valueOf(Math.max(0, each.costMicros())));
    }
  }

  synchronized long events() {
    return events;
  }

  boolean isCounted() {
    return tables.number(COUNTED_EVENTS + where).longValueExact() >= events();
  }

  /** What is not as it was sent; empty when all is. */
  synchronized List<String> differences() {
    List<String> found = new ArrayList<>();
    BigDecimal nanos = new BigDecimal(micros.multiply(NANOS_PER_MICRO));
    compare(found, "events stored", BigDecimal.valueOf(events), STORED_EVENTS);
    compare(found, "events counted", BigDecimal.valueOf(events), COUNTED_EVENTS);
    compare(found, "nano-dollars stored", nanos, STORED_NANOS);
    compare(found, "nano-dollars counted", nanos, COUNTED_NANOS);
    tables.drift(orgs).forEach((sum, more) -> found.add(sum + " differs by " + more));
    return found;
  }

  private void compare(List<String> found, String what, BigDecimal sent, String sql) {
    BigDecimal held = tables.number(sql + where);
    if (held.compareTo(sent) != 0) {
      found.add("%s: %s of %s that were sent".formatted(what, held, sent));
    }
  }
}
