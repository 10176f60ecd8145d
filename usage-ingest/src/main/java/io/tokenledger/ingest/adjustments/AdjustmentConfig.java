package io.tokenledger.ingest.adjustments;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of recorded events come to the rollups. */
@ConfigMapping(prefix = "tokenledger.adjustments")
public interface AdjustmentConfig {

  /** How often an instance looks for revisions to apply, and for changes to send to the rollups. */
  @WithDefault("1s")
  Duration every();

  /** Revisions looked at in one transaction. */
  @WithDefault("1000")
  int chunkSize();

  /** A change that the rollups have not counted is sent again after this time. */
  @WithDefault("5m")
  Duration sendAgain();
}
