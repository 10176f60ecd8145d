package io.tokenledger.local.backfill;

import io.tokenledger.local.StackException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How far back the ledger takes events, as usage-ingest counts it: by whole days of UTC. */
public final class RetentionWindow {

  private static final Duration SLACK = Duration.ofHours(1);
  private static final int MAX_DAYS = 7_300;

  private RetentionWindow() {}

  /**
   * What occurred before is too late.
   *
   * @param days of {@code tokenledger.retention.days}
   */
  public static Instant edge(Instant now, int days) {
    if (days < 1 || days > MAX_DAYS) {
      throw new StackException("--retention-days is from 1 to " + MAX_DAYS + ".");
    }
    Instant last = now.minus(Duration.ofDays(days)).minus(SLACK);
    return last.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
  }
}
