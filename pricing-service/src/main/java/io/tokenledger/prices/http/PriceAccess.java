package io.tokenledger.prices.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.service.access.ApiScope;
import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.access.Roles;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see and set which prices. Global prices: any signed-in caller sees them, a superadmin
 * sets them. Contract prices of an org: its members see them, who has {@code org:prices:write} sets
 * them. The scope {@code prices:read} sees everything; it is for services, and an API token has it
 * for its own org only. Roles are asked for only where they decide, and once for each request.
 */
@RequestScoped
public class PriceAccess {

  static final String PRICES_READ = "prices:read";

  private final Caller caller;
  private final Roles roles;

  PriceAccess(Caller caller, Roles roles) {
    this.caller = caller;
    this.roles = roles;
  }

  public String userId() {
    return caller.userId();
  }

  /** Whether the caller sees the prices of every org. */
  public boolean seesEveryOrg() {
    return caller.isSuperadmin() || caller.hasScope(PRICES_READ);
  }

  /** Answers the org of a query parameter; empty, for global prices, when there is none. */
  Uni<String> toSee(String orgId) {
    String org = Input.parameter("orgId", orgId).orgId();
    return requireToSee(Map.of(org, "orgId")).replaceWith(org);
  }

  /** The orgs, and the field that names each; an empty org is for global prices. */
  public Uni<Void> requireToSee(Map<String, String> fieldByOrg) {
    if (caller.apiToken().isPresent()) {
      requireScope(caller.apiToken().get(), fieldByOrg.keySet());
      return Uni.createFrom().voidItem();
    }
    boolean onlyGlobal = fieldByOrg.keySet().stream().allMatch(String::isEmpty);
    return onlyGlobal || seesEveryOrg()
        ? Uni.createFrom().voidItem()
        : roles.everywhere().invoke(known -> requireMember(known, fieldByOrg)).replaceWithVoid();
  }

  /** Answers {@code orgId}, which is empty for global prices, when the caller may set them. */
  public Uni<String> toSet(String orgId) {
    if (caller.isSuperadmin()) {
      return Uni.createFrom().item(orgId);
    }
    if (orgId.isEmpty()) {
      throw forbidden("Global prices are set by a superadmin; name your org in 'orgId'.");
    }
    return roles.in(orgId).invoke(role -> requireSetter(role, orgId)).replaceWith(orgId);
  }

  private static void requireScope(ApiTokenGrant token, Set<String> orgs) {
    boolean permitted =
        token.permits(token.orgId(), ApiScope.PRICES_READ)
            && orgs.stream().allMatch(org -> org.isEmpty() || org.equals(token.orgId()));
    if (!permitted) {
      throw forbidden("An API token needs the scope prices:read, and sees its own org only.");
    }
  }

  private static void requireMember(Map<String, OrgRole> known, Map<String, String> fieldByOrg) {
    fieldByOrg.forEach(
        (org, field) -> {
          if (!org.isEmpty() && !known.containsKey(org)) {
            throw forbidden("'" + field + "': you are not a member of org '" + org + "'.");
          }
        });
  }

  private static void requireSetter(Optional<OrgRole> role, String orgId) {
    if (role.filter(each -> each.permits(OrgPermission.PRICES_WRITE)).isEmpty()) {
      throw forbidden("Prices of org '" + orgId + "' are set by its owners and admins.");
    }
  }

  private static ApiException forbidden(String why) {
    return new ApiException(ProblemCode.FORBIDDEN, why);
  }
}
