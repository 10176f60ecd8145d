package io.tokenledger.query.export;

import io.tokenledger.query.postgres.QueryConfig;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How many exports run: of one org few, so that there is always room for another's. */
@ApplicationScoped
class ExportSlots {

  private final int most;
  private final int mostOfOrg;
  private final Map<String, Integer> running = new HashMap<>();

  ExportSlots(QueryConfig config) {
    this.most = config.maxExports();
    this.mostOfOrg = config.maxExportsPerOrg();
  }

  /**
   * @throws RefusedException as busy when none is free
   */
  synchronized void take(String orgId) {
    if (running.getOrDefault(orgId, 0) >= mostOfOrg) {
      throw new RefusedException(
          Reason.ORG_BUSY,
          "As many exports of this org run as may at once: try again when one has ended.");
    }
    if (running.values().stream().mapToInt(Integer::intValue).sum() >= most) {
      throw new RefusedException(
          Reason.ALL_BUSY, "Too many exports run at the moment: try again later.");
    }
    running.merge(orgId, 1, Integer::sum);
  }

  synchronized void free(String orgId) {
    running.computeIfPresent(orgId, (org, count) -> count == 1 ? null : count - 1);
  }
}
