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

  /**
   * Days that raw events are kept, and so how late an event may come. The default is five years, as
   * invoices are usually kept.
   */
  @WithDefault("1826")
  int days();

  /** How often days that are over are looked for, the first time so long after the start. */
  @WithDefault("1h")
  Duration every();

  default Duration window() {
    return Duration.ofDays(days());
  }

  /** The first UTC day whose events are all kept; what occurred before it may go. */
  default LocalDate edge(Instant now) {
    return LocalDate.ofInstant(now.minus(window()).minus(SLACK), ZoneOffset.UTC);
  }
}
