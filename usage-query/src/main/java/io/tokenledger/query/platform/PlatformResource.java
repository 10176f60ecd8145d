package io.tokenledger.query.platform;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.service.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The orgs side by side, for who runs the ledger for them. */
@Path("/platform/orgs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class PlatformResource {

  private final PlatformReads usage;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  PlatformResource(PlatformReads usage, CallerAccess access) {
    this.usage = usage;
    this.access = access;
  }

  @GET
  @InCurrency
  @RolesAllowed(Caller.SUPERADMIN)
  @Operation(
      summary = "The orgs that cost most, in UTC days, and the totals of all; for superadmins")
  public Uni<PlatformAnswer> orgs(@BeanParam PlatformParameters parameters) {
    DateRange range = parameters.range(clock);
    int limit = parameters.limit();
    return access
        .everywhere()
        .chain(scope -> usage.byOrg(scope, range, limit))
        .map(found -> PlatformAnswer.of(range, found));
  }
}
