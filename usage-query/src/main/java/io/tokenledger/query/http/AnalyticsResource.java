package io.tokenledger.query.http;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.AccessScope;
import io.tokenledger.query.CallerAccess;
import io.tokenledger.query.LogQuery;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.query.UsageReports;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The analytics of one org (contracts §3). */
@Path("/orgs/{orgId}/analytics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
@APIResponse(responseCode = "200", description = "The report.")
@APIResponse(
    responseCode = "400",
    description = "A parameter is malformed; the detail names it.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "401",
    description = "No valid bearer token.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "403",
    description = "The caller may not read the analytics of this org, or there is none.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class AnalyticsResource {

  private final UsageReports reports;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  AnalyticsResource(UsageReports reports, CallerAccess access) {
    this.reports = reports;
    this.access = access;
  }

  @GET
  @Path("/usage")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "Usage by day, provider, model and feature, ordered by date")
  public Uni<UsageAnswer> usage(
      @PathParam("orgId") @Parameter(description = "The org whose analytics are read.")
          String orgId,
      @BeanParam UsageParameters parameters) {
    return reports.usageByDay(access.granted(), parameters.toQuery(clock)).map(UsageAnswer::of);
  }

  @GET
  @Path("/top-users")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "The users who cost most, in UTC days")
  public Uni<TopUsersAnswer> topUsers(
      @PathParam("orgId") @Parameter(description = "The org whose analytics are read.")
          String orgId,
      @BeanParam TopUsersParameters parameters) {
    return reports.topUsers(access.granted(), parameters.toQuery(clock)).map(TopUsersAnswer::of);
  }

  @GET
  @Path("/details")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "The single events, newest first, page by page")
  public Uni<DetailsAnswer> details(
      @PathParam("orgId") @Parameter(description = "The org whose analytics are read.")
          String orgId,
      @BeanParam LogParameters parameters) {
    AccessScope scope = access.granted();
    LogQuery query = parameters.toQuery(scope.soleOrg(), clock);
    return reports
        .details(scope, query)
        .map(page -> DetailsAnswer.of(scope.soleOrg(), page, query.limit()));
  }
}
