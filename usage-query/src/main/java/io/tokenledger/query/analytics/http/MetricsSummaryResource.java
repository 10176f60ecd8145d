package io.tokenledger.query.analytics.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.analytics.LedgerReads;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.http.UtcDaysParameters;
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

/** The whole ledger in a few numbers, for who runs it (contracts §3). */
@Path("/metrics-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class MetricsSummaryResource {

  private final LedgerReads reads;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  MetricsSummaryResource(LedgerReads reads, CallerAccess access) {
    this.reads = reads;
    this.access = access;
  }

  @GET
  @InCurrency
  @RolesAllowed(Caller.SUPERADMIN)
  @Operation(summary = "Totals of all orgs, in UTC days; for superadmins")
  public Uni<MetricsSummaryAnswer> summary(@BeanParam UtcDaysParameters parameters) {
    DateRange range = parameters.range(clock);
    return access
        .everywhere()
        .chain(scope -> reads.ofEveryOrg(scope, range))
        .map(sums -> MetricsSummaryAnswer.of(range, sums));
  }
}
