package io.tokenledger.ingest.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator can set of the intake over HTTP. */
@ConfigMapping(prefix = "tokenledger.ingest.intake")
public interface IntakeConfig {

  /**
   * Events that an instance takes of one sender in a second, over time. An event counts once more
   * for every four tags, or once for each 4 KiB where that is more.
   */
  @WithDefault("1000")
  int eventsPerSecond();

  /** Events of one sender that are taken at once after a pause. */
  @WithDefault("10000")
  int burst();
}
