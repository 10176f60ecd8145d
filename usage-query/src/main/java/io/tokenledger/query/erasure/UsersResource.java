package io.tokenledger.query.erasure;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

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
  @Operation(
      summary = "Replace a user by a pseudonym, for good",
      description =
          "At once for events that are on their way or come late, and in the directory. The events"
              + " and rollups of before, and what the user changed, are rewritten afterwards: the"
              + " address in Location tells how far that is. Until then, sums by user may show the"
              + " user beside the pseudonym; tokens and cost stay as they are. Only a superadmin's"
              + " erasure is also of what concerns every org, such as global prices.")
  @APIResponseSchema(
      value = Erasure.class,
      responseCode = "202",
      responseDescription = "Noted; who it was cannot be found out from it.")
  public Uni<RestResponse<Erasure>> erase(
      @RestPath @Parameter(description = "The org whose ledger the user leaves.") String orgId,
      @RestPath @Parameter(description = "The user as the events name them.") String userId) {
    if (userId.isBlank() || userId.length() > MAX_USER_ID || userId.indexOf('\0') >= 0) {
      throw ApiException.invalidParameter("userId", "must be 1 to 128 characters.");
    }
    return erasure
        .erase(access.granted(), userId, access.actor())
        .map(
            noted ->
                ResponseBuilder.accepted(noted)
                    .location(URI.create("/orgs/" + orgId + "/erasures/" + noted.pseudonym()))
                    .build());
  }
}
