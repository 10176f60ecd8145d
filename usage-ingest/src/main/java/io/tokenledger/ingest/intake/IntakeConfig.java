package io.tokenledger.ingest.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator can set of the intake over HTTP. */
@ConfigMapping(prefix = "tokenledger.ingest.intake")
public interface IntakeConfig {

  /**
   * Events that an instance takes of one sender in a second, over time. An event counts once more
   * for every four tags, and a body once for each KiB if that is more than its events.
   */
  @WithDefault("4000")
  int eventsPerSecond();

  /** Events of one sender that are taken at once after a pause. */
  @WithDefault("20000")
  int burst();
}
