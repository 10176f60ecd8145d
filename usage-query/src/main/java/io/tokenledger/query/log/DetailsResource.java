package io.tokenledger.query.log;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.query.http.Texts;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The single events of one org (contracts §3). */
@Path("/orgs/{orgId}/analytics/details")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
class DetailsResource {

  private static final int MOST_REVISIONS = 200;

  private final LogReads log;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  DetailsResource(LogReads log, CallerAccess access) {
    this.log = log;
    this.access = access;
  }

  @GET
  @InCurrency
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "The single events, newest first, page by page")
  public Uni<DetailsAnswer> details(@RestPath String orgId, @BeanParam LogParameters parameters) {
    AccessScope scope = access.granted();
    LogQuery query = parameters.toQuery(scope.soleOrg(), clock);
    return log.page(scope, query)
        .map(page -> DetailsAnswer.of(scope.soleOrg(), page, query.limit()));
  }

  @GET
  @Path("{eventId}/revisions")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "What came of an event that was revised, the highest revision first")
  public Uni<RevisionsAnswer> revisions(@RestPath String orgId, @RestPath String eventId) {
    String id = Texts.filter("eventId", eventId);
    return log.revisions(access.granted(), id, MOST_REVISIONS).map(RevisionsAnswer::of);
  }
}
