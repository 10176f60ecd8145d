package io.tokenledger.prices.sync;

import io.tokenledger.events.Coded;
import io.tokenledger.prices.sync.plan.SyncCounts;
import io.tokenledger.prices.sync.plan.SyncDifference;
import io.tokenledger.prices.sync.plan.SyncFailure;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One attempt to take a list over.
 *
 * @param startedBy user id, {@link #SCHEDULE} or {@link #BUNDLED_LIST}
 * @param finishedAt empty while it is under way
 * @param reason code of a {@link SyncFailure}; empty unless it failed
 * @param detail a sentence; empty unless it failed
 */
public record SyncRun(
    long id,
    String source,
    String startedBy,
    boolean dryRun,
    Status status,
    Instant startedAt,
    Optional<Instant> finishedAt,
    String reason,
    String detail,
    SyncCounts counts,
    SyncDifference difference) {

  public static final String SCHEDULE = "schedule";
  public static final String BUNDLED_LIST = "bundled list";

  /** How a run stands. */
  public enum Status implements Coded {
    RUNNING,
    SUCCEEDED,
    FAILED;

    public static Status ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
