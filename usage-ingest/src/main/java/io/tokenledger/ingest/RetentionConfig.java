package io.tokenledger.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long raw events are kept. */
@ConfigMapping(prefix = "tokenledger.retention")
public interface RetentionConfig {

  /**
   * What was accepted a moment ago may still be on its way into the table, and clocks of replicas
   * differ: days end this much later than they are refused.
   */
  Duration SLACK = Duration.ofHours(1);

  /** The keys of raw rows know times from 1970 on only. */
  int MAX_DAYS = 7_300;

  /**
   * Days that raw events are kept, and so how late an event may come; 1 to {@link #MAX_DAYS}. The
   * default is five years, as invoices are usually kept.
   */
  @WithDefault("1826")
  int days();

  /** How often days that are over are looked for, the first time so long after the start. */
  @WithDefault("1h")
  Duration every();

  /**
   * @throws IllegalStateException for less than a day: everything would be too late, and dropped;
   *     and for more than {@link #MAX_DAYS}
   */
  default Duration window() {
    if (days() < 1 || days() > MAX_DAYS) {
      throw new IllegalStateException("tokenledger.retention.days must be from 1 to " + MAX_DAYS);
    }
    return Duration.ofDays(days());
  }

  /** The first UTC day whose events are all kept; what occurred before it may go. */
  default LocalDate edge(Instant now) {
    return LocalDate.ofInstant(now.minus(window()).minus(SLACK), ZoneOffset.UTC);
  }
}
