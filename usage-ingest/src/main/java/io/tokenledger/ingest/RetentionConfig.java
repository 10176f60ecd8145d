package io.tokenledger.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long raw events are kept. */
@ConfigMapping(prefix = "tokenledger.retention")
public interface RetentionConfig {

  /**
   * Days that raw events are kept, and so how late an event may come. The default is five years, as
   * invoices are usually kept.
   */
  @WithDefault("1826")
  int days();

  default Duration window() {
    return Duration.ofDays(days());
  }
}
