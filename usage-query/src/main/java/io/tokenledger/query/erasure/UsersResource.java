package io.tokenledger.query.erasure;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.erasure.UserErasure.Erasure;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an org does about its users. */
@Path("/orgs/{orgId}/users/{userId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
class UsersResource {

  private static final int MAX_USER_ID = 128;

  private final UserErasure erasure;
  private final CallerAccess access;

  UsersResource(UserErasure erasure, CallerAccess access) {
    this.erasure = erasure;
    this.access = access;
  }

  @POST
  @Path("/erase")
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "Replace a user by a pseudonym, for good")
  public Uni<Erasure> erase(
      @PathParam("orgId") @Parameter(description = "The org whose ledger the user leaves.")
          String orgId,
      @PathParam("userId") @Parameter(description = "The user as the events name them.")
          String userId) {
    if (userId.isBlank() || userId.length() > MAX_USER_ID || userId.indexOf('\0') >= 0) {
      throw ApiException.invalidParameter("userId", "must be 1 to 128 characters.");
    }
    return erasure.erase(access.granted(), userId, access.actor());
  }
}
