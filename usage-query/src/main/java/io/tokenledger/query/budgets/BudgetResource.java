package io.tokenledger.query.budgets;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.Body;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What an org means to spend in a month, and has spent. */
@Path("/orgs/{orgId}/budget")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orgs")
class BudgetResource {

  private final BudgetReports budgets;
  private final CallerAccess access;

  BudgetResource(BudgetReports budgets, CallerAccess access) {
    this.budgets = budgets;
    this.access = access;
  }

  @GET
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "The monthly budget, and what was spent of it this month")
  public Uni<BudgetAnswer> get(@RestPath String orgId) {
    return budgets.status(access.granted()).map(BudgetAnswer::of);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(OrgPermission.Names.BUDGETS_WRITE)
  @Operation(summary = "Sets the monthly budget")
  public Uni<BudgetAnswer> put(@RestPath String orgId, BudgetBody body) {
    return budgets
        .put(access.granted(), Body.given(body).monthlyNanos(), access.actor())
        .map(BudgetAnswer::of);
  }

  @DELETE
  @PermissionsAllowed(OrgPermission.Names.BUDGETS_WRITE)
  @Operation(summary = "Takes the budget away, if there is one")
  public Uni<Void> delete(@RestPath String orgId) {
    return budgets.remove(access.granted(), access.actor());
  }
}
