package io.tokenledger.query.analytics.http;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.analytics.SummaryQuery;
import io.tokenledger.query.analytics.TimelineQuery;
import io.tokenledger.query.analytics.TimelineReport;
import io.tokenledger.query.analytics.UsageReads;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.query.sums.http.UsageAnswer;
import io.tokenledger.query.sums.http.UsageParameters;
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

/** The analytics of one org (contracts §3). */
@Path("/orgs/{orgId}/analytics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
class AnalyticsResource {

  private final UsageReads reads;
  private final TimelineReport timelines;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  AnalyticsResource(UsageReads reads, TimelineReport timelines, CallerAccess access) {
    this.reads = reads;
    this.timelines = timelines;
    this.access = access;
  }

  @GET
  @InCurrency
  @Path("/usage")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "Usage by day, provider, model and feature, ordered by date")
  public Uni<UsageAnswer> usage(@RestPath String orgId, @BeanParam UsageParameters parameters) {
    return reads.usageByDay(access.granted(), parameters.toQuery(clock)).map(UsageAnswer::of);
  }

  @GET
  @InCurrency
  @Path("/top-users")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "The users who cost most")
  public Uni<TopUsersAnswer> topUsers(
      @RestPath String orgId, @BeanParam TopUsersParameters parameters) {
    return reads
        .topUsers(access.granted(), parameters.toTopUsersQuery(clock))
        .map(TopUsersAnswer::of);
  }

  @GET
  @InCurrency
  @Path("/summary")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "A period at a glance")
  public Uni<SummaryAnswer> summary(
      @RestPath String orgId, @BeanParam SummaryParameters parameters) {
    SummaryQuery query = parameters.toSummaryQuery(clock);
    return reads.summary(access.granted(), query).map(summary -> SummaryAnswer.of(query, summary));
  }

  @GET
  @InCurrency
  @Path("/timeline")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "Usage over time, without gaps")
  public Uni<TimelineAnswer> timeline(
      @RestPath String orgId, @BeanParam TimelineParameters parameters) {
    TimelineQuery query = parameters.toTimelineQuery(clock);
    return timelines
        .of(access.granted(), query)
        .map(timeline -> TimelineAnswer.of(query, timeline));
  }

  @GET
  @InCurrency
  @Path("/breakdown")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "Usage by the values of one dimension, by cost, with their share")
  public Uni<BreakdownAnswer> breakdown(
      @RestPath String orgId, @BeanParam BreakdownParameters parameters) {
    return reads
        .breakdown(access.granted(), parameters.toBreakdownQuery(clock))
        .map(breakdown -> BreakdownAnswer.of(parameters.by(), breakdown));
  }
}
