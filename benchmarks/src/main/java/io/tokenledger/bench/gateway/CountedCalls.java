package io.tokenledger.bench.gateway;

import io.tokenledger.bench.BenchStack;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What the ledger has of the calls that went through the gateway.
 *
 * @param accepted by the gateway, by its answer to the load
 * @param counted events, each of another call
 * @param reported of these, with the tokens that the upstream told
 */
record CountedCalls(long accepted, long counted, long reported) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final String OF_ORG = " FROM raw.usage_event WHERE org_id = '%s'";

  /** Waits until all are there, or nothing more may be expected. */
  static CountedCalls await(BenchStack stack, String orgId, long accepted)
      throws SQLException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    long counted = stack.queryLong(("SELECT count(*)" + OF_ORG).formatted(orgId));
    while (counted < accepted && System.nanoTime() < until) {
      Thread.sleep(LOOK_EVERY.toMillis());
      counted = stack.queryLong(("SELECT count(*)" + OF_ORG).formatted(orgId));
    }
    // One that is counted twice comes after its first.
    Thread.sleep(LOOK_EVERY.toMillis());
    return new CountedCalls(
        accepted,
        stack.queryLong(("SELECT count(*)" + OF_ORG).formatted(orgId)),
        stack.queryLong(
            ("SELECT count(*)" + OF_ORG + " AND usage_source = 'reported' AND output_tokens > 0")
                .formatted(orgId)));
  }

  public long lost() {
    return Math.max(0, accepted - counted);
  }

  public long doubled() {
    return Math.max(0, counted - accepted);
  }

  boolean isExact() {
    return counted == accepted && reported == accepted;
  }
}
