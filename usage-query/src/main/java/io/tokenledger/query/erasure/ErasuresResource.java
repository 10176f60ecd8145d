package io.tokenledger.query.erasure;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.http.PageParameters;
import io.tokenledger.query.http.Parameters;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the erasures of an org are. */
@Path("/orgs/{orgId}/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class ErasuresResource {

  private final UserErasure erasure;
  private final CallerAccess access;

  ErasuresResource(UserErasure erasure, CallerAccess access) {
    this.erasure = erasure;
    this.access = access;
  }

  @GET
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(
      summary = "The erasures of an org, the last asked for first",
      description = "Those that are done are listed for 90 days; the audit log keeps all.")
  @APIResponse(
      responseCode = "200",
      description = "A page.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ErasureAnswer.Page.class)))
  public Uni<ErasureAnswer.Page> list(
      @PathParam("orgId") @Parameter(description = "The org.", example = "acme") String orgId,
      @BeanParam PageParameters page) {
    int asked = page.asked();
    return erasure
        .latest(access.granted(), page.before(), asked)
        .map(found -> ErasureAnswer.Page.of(found, asked - 1));
  }

  @GET
  @Path("/{pseudonym}")
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "How far an erasure is")
  @APIResponse(
      responseCode = "200",
      description = "The erasure.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ErasureAnswer.class)))
  @APIResponse(responseCode = "404", description = "There is none such, or not for 90 days.")
  public Uni<ErasureAnswer> one(
      @PathParam("orgId") @Parameter(description = "The org.", example = "acme") String orgId,
      @PathParam("pseudonym") @Parameter(description = "Of the answer to erase.")
          String pseudonym) {
    return erasure
        .one(access.granted(), Parameters.text("pseudonym", pseudonym))
        .map(ErasureAnswer::of);
  }
}
