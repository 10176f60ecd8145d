package io.tokenledger.prices.costs;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.http.PriceAccess;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import jakarta.enterprise.context.RequestScoped;

/**
 * Who may see and order what of recorded costs: of every org a superadmin, of one org whoever sets
 * its prices.
 */
@RequestScoped
class RecordedCostAccess {

  private final PriceAccess prices;

  RecordedCostAccess(PriceAccess prices) {
    this.prices = prices;
  }

  String userId() {
    return prices.userId();
  }

  boolean seesEveryOrg() {
    return prices.seesEveryOrg();
  }

  /**
   * @param orgId empty for all
   * @return the org, checked
   */
  Uni<String> toSee(String orgId) {
    String org = Input.parameter("orgId", orgId).orgId();
    if (org.isEmpty() && !seesEveryOrg()) {
      throw ApiException.invalidParameter(
          "orgId", "must name your org; only a superadmin sees all.");
    }
    return seesEveryOrg() ? Uni.createFrom().item(org) : toChange(org);
  }

  /**
   * @param orgId checked; empty for all
   */
  Uni<String> toChange(String orgId) {
    return Uni.createFrom().deferred(() -> prices.toSet(orgId));
  }
}
