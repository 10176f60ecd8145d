package io.tokenledger.aggregate.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the rollups are held against the raw events. */
@ConfigMapping(prefix = "tokenledger.reconciliation")
public interface ReconciliationConfig {

  /** How often; one instance does it. */
  @WithDefault("1h")
  Duration every();

  /** How many days back, today included. */
  @WithDefault("35")
  int days();

  /**
   * How often an instance looks whether a rebuild was asked for or was left unfinished, and whether
   * partitions were added, for which it would wait.
   */
  @WithDefault("5s")
  Duration rebuildPoll();

  /** How often an instance reads what the last comparison found, for its metrics. */
  @WithDefault("15s")
  Duration readEvery();
}
