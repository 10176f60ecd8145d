package io.tokenledger.gateway;

import io.smallrye.config.ConfigMapping;
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

  default boolean billsEstimates(String orgId) {
    return billEstimatesOf().filter(orgs -> orgs.contains("*") || orgs.contains(orgId)).isPresent();
  }
}
