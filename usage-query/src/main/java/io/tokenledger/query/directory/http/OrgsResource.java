package io.tokenledger.query.directory.http;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.directory.OrgDirectory;
import io.tokenledger.query.http.PageParameters;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.Body;
import jakarta.ws.rs.BeanParam;
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

/** The orgs and their settings. */
@Path("/orgs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orgs")
class OrgsResource {

  private final OrgDirectory directory;
  private final CallerAccess access;

  OrgsResource(OrgDirectory directory, CallerAccess access) {
    this.directory = directory;
    this.access = access;
  }

  @GET
  @Authenticated
  @Operation(summary = "The orgs that the caller is a member of, ordered by id")
  public Uni<OrgAnswer.Page> list(@BeanParam PageParameters page) {
    String after = page.after();
    int limit = page.limit();
    return access
        .everywhere()
        .chain(scope -> directory.orgs(scope, after, limit + 1))
        .map(found -> OrgAnswer.Page.of(found, limit));
  }

  @GET
  @Path("/{orgId}")
  @PermissionsAllowed(OrgPermission.Names.READ)
  @Operation(summary = "An org and its settings, for its members")
  public Uni<OrgAnswer> get(@RestPath String orgId) {
    return directory.org(access.granted()).map(OrgAnswer::of);
  }

  @PUT
  @Path("/{orgId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(summary = "Makes an org, or replaces its settings")
  public Uni<OrgAnswer> put(@RestPath String orgId, OrgBody body) {
    return directory
        .put(access.granted(), Body.given(body).toSettings(), access.actor())
        .map(OrgAnswer::of);
  }

  @DELETE
  @Path("/{orgId}")
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(summary = "Takes an org out of the directory, for superadmins")
  public Uni<Void> delete(@RestPath String orgId) {
    return directory.delete(access.granted(), access.actor());
  }
}
