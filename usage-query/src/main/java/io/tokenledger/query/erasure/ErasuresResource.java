package io.tokenledger.query.erasure;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.http.PageParameters;
import io.tokenledger.query.http.Texts;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How far the erasures of an org are. */
@Path("/orgs/{orgId}/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class ErasuresResource {

  private final ErasureReads erasures;
  private final CallerAccess access;

  ErasuresResource(ErasureReads erasures, CallerAccess access) {
    this.erasures = erasures;
    this.access = access;
  }

  @GET
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(
      summary = "The erasures of an org, the last asked for first",
      description = "Those that are done are listed for 90 days; the audit log keeps all.")
  public Uni<ErasuresAnswer> list(@RestPath String orgId, @BeanParam PageParameters page) {
    int limit = page.limit();
    return erasures
        .latest(access.granted(), page.after(), limit + 1)
        .map(found -> ErasuresAnswer.of(found, limit));
  }

  @GET
  @Path("/{pseudonym}")
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "How far an erasure is")
  public Uni<Erasure> one(
      @RestPath String orgId,
      @RestPath @Parameter(description = "Of the answer to erase.") String pseudonym) {
    return erasures.one(access.granted(), Texts.filter("pseudonym", pseudonym));
  }
}
