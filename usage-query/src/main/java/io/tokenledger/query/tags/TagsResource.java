package io.tokenledger.query.tags;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.currency.http.InCurrency;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the tags of events stand for: "what did story S-12 cost" (contracts §3). */
@Path("/orgs/{orgId}/analytics/tags/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
class TagsResource {

  private final TagReads usages;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  TagsResource(TagReads usages, CallerAccess access) {
    this.usages = usages;
    this.access = access;
  }

  @GET
  @InCurrency
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "What each of some values of a tag cost, for badges")
  public Uni<TagValuesAnswer> values(
      @RestPath String orgId, @RestPath String key, @BeanParam TagValuesParameters parameters) {
    return usages
        .ofValues(access.granted(), parameters.toTagQuery(key, clock))
        .map(groups -> TagValuesAnswer.of(key, groups));
  }

  @GET
  @InCurrency
  @Path("/{value}")
  @PermissionsAllowed(OrgPermission.Names.ANALYTICS_READ)
  @Operation(summary = "One value of a tag: totals, by phase, by agent, and the newest events")
  public Uni<TagAnswer> value(
      @RestPath String orgId,
      @RestPath String key,
      @RestPath @Parameter(description = "The value, such as S-12.") String value,
      @BeanParam TagParameters parameters) {
    return usages
        .ofValue(access.granted(), parameters.toTagQuery(key, value, clock))
        .map(usage -> TagAnswer.of(key, value, usage));
  }
}
