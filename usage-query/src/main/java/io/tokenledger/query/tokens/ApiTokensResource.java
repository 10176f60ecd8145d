package io.tokenledger.query.tokens;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Body;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** The tokens of an org for machines. */
@Path("/orgs/{orgId}/api-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API tokens")
class ApiTokensResource {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final ApiTokens tokens;
  private final CallerAccess access;
  private final Clock clock = Clock.systemUTC();

  ApiTokensResource(ApiTokens tokens, CallerAccess access) {
    this.tokens = tokens;
    this.access = access;
  }

  @GET
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(summary = "The API tokens, without their secrets, for owners and admins")
  public Uni<ApiTokenAnswer.All> list(@RestPath String orgId) {
    return tokens.tokens(access.granted()).map(ApiTokenAnswer.All::new);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(summary = "Makes an API token, for owners and admins")
  @APIResponseSchema(value = ApiTokenAnswer.Created.class, responseCode = "201")
  public Uni<ApiTokenAnswer.Created> create(@RestPath String orgId, ApiTokenBody body) {
    return tokens.create(access.granted(), Body.given(body).toDraft(clock), access.actor());
  }

  @DELETE
  @Path("/{tokenId}")
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(summary = "Revokes an API token; every service refuses it within 5 seconds")
  public Uni<Void> revoke(
      @RestPath String orgId,
      @RestPath @Parameter(description = "The tokenId of the list.") String tokenId) {
    return tokens.revoke(access.granted(), uuid(tokenId), access.actor());
  }

  private static UUID uuid(String tokenId) {
    if (!UUID_TEXT.matcher(tokenId).matches()) {
      throw ApiException.invalidParameter("tokenId", "must be a UUID.");
    }
    return UUID.fromString(tokenId);
  }
}
