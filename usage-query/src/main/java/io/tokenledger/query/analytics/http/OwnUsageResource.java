package io.tokenledger.query.analytics.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.analytics.OwnUsageReads;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.query.http.OrgParameter;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.http.UtcDaysParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller used (contracts §3). */
@Path("/me/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own usage")
class OwnUsageResource {

  private final OwnUsageReads reads;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  OwnUsageResource(OwnUsageReads reads, CallerAccess access) {
    this.reads = reads;
    this.access = access;
  }

  @GET
  @InCurrency
  @Authenticated
  @Operation(summary = "The caller's own usage by org, UTC day and model")
  public Uni<OwnUsageAnswer> usage(
      @BeanParam UtcDaysParameters parameters, @BeanParam OrgParameter org) {
    DateRange range = parameters.range(clock);
    return access
        .own()
        .map(org::narrow)
        .chain(
            scope ->
                reads
                    .ownByDay(scope, range)
                    .map(usage -> OwnUsageAnswer.of(scope.userId(), usage)));
  }
}
