package io.tokenledger.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a deployment decides of all calls. */
@ConfigMapping(prefix = "tokenledger.gateway")
public interface CallConfig {

  /**
   * Orgs that are billed the gateway's own estimate where a provider reported no tokens; {@code *}
   * for all. Others see such tokens at no cost.
   */
  Optional<Set<String>> billEstimatesOf();

  /** How often the keys of running calls are looked at. */
  @WithDefault("3s")
  Duration keyCheckEvery();

  /** After SIGTERM calls are served for so long, while the gateway is not ready any more. */
  @WithDefault("5s")
  Duration shutdownDelay();

  /** So long those that run may then take to end. */
  @WithDefault("600s")
  Duration shutdownTimeout();

  default boolean billsEstimates(String orgId) {
    return billEstimatesOf().filter(orgs -> orgs.contains("*") || orgs.contains(orgId)).isPresent();
  }
}
