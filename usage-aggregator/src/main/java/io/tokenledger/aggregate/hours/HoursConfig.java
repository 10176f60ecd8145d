package io.tokenledger.aggregate.hours;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How hours are added up. */
@ConfigMapping(prefix = "tokenledger.hours")
interface HoursConfig {

  /** How often an instance looks for days that are over, or were changed since. */
  @WithDefault("30s")
  Duration settleEvery();

  /**
   * How many days, each of one org, are added up in one transaction. Whoever changes one of them
   * waits for it.
   */
  @WithDefault("20")
  int daysAtOnce();
}
