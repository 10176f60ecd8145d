package io.tokenledger.prices.changes;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.http.PriceAccess;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail of the book. */
@Path("/v1/price-changes")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Authenticated
@Tag(name = "Changes")
class ChangesResource {

  private final PriceChangeReads changes;
  private final PriceAccess access;

  ChangesResource(PriceChangeReads changes, PriceAccess access) {
    this.changes = changes;
    this.access = access;
  }

  @GET
  @Operation(summary = "Every change of a price, an alias or a factor, the last recorded first")
  public Uni<ChangeView.Page> list(@BeanParam ChangesParameters parameters) {
    Optional<String> org = parameters.org(access.seesEveryOrg());
    ChangeQuery query = parameters.query(org);
    return access
        .requireToSee(org.map(each -> Map.of(each, "orgId")).orElse(Map.of()))
        .chain(() -> changes.find(query))
        .map(found -> ChangeView.Page.of(found, query.limit()));
  }
}
