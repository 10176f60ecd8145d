package io.tokenledger.prices.http;

import io.tokenledger.service.access.Caller;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Set;

/**
 * Who may see and set which prices. Global prices: any signed-in caller sees them, a superadmin
 * sets them. Contract prices of an org: its members see them, its owners and admins set them. The
 * scope {@code prices:read} sees everything; it is for services.
 */
@RequestScoped
class PriceAccess {

  static final String PRICES_READ = "prices:read";

  private static final Set<String> PRICE_SETTERS = Set.of("owner", "admin");

  private final Caller caller;

  PriceAccess(Caller caller) {
    this.caller = caller;
  }

  String userId() {
    return caller.userId();
  }

  /** {@code orgId} may be empty, for global prices. */
  void requireToSee(String orgId) {
    boolean mayAll = caller.isSuperadmin() || caller.hasScope(PRICES_READ);
    if (!orgId.isEmpty() && !mayAll && !roles().containsKey(orgId)) {
      throw forbidden("You are not a member of org '" + orgId + "'.");
    }
  }

  void requireToSet(String orgId) {
    if (caller.isSuperadmin()) {
      return;
    }
    if (orgId.isEmpty()) {
      throw forbidden("Global prices are set by a superadmin.");
    }
    if (!PRICE_SETTERS.contains(roles().getOrDefault(orgId, ""))) {
      throw forbidden("Prices of org '" + orgId + "' are set by its owners and admins.");
    }
  }

  private Map<String, String> roles() {
    return caller.orgRoles().orElse(Map.of());
  }

  private static ApiException forbidden(String why) {
    return new ApiException(ProblemCode.FORBIDDEN, why);
  }
}
