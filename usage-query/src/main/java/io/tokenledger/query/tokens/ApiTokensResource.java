package io.tokenledger.query.tokens;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.directory.http.DirectoryExamples;
import io.tokenledger.query.http.Fields;
import io.tokenledger.query.http.Parameters;
import io.tokenledger.service.access.OrgPermission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The tokens of an org for machines. */
@Path("/orgs/{orgId}/api-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API tokens")
@APIResponse(
    responseCode = "400",
    description = "A parameter or a field is malformed; the detail names it.")
class ApiTokensResource {

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
  @APIResponse(
      responseCode = "200",
      description = "All of them, the last made first.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApiTokenAnswer.All.class),
              examples = @ExampleObject(name = "api_tokens", value = DirectoryExamples.API_TOKENS)))
  public Uni<ApiTokenAnswer.All> list(
      @PathParam("orgId") @Parameter(description = "The org.", example = "acme") String orgId) {
    return tokens.tokens(access.granted()).map(ApiTokenAnswer.All::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(
      summary = "Makes an API token, for owners and admins",
      description =
          "It acts for this org only, within its scopes, and never on members, settings or tokens."
              + " It is shown this once.")
  @APIResponse(
      responseCode = "201",
      description = "The token.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApiTokenAnswer.Created.class),
              examples =
                  @ExampleObject(
                      name = "api_token_created",
                      value = DirectoryExamples.API_TOKEN_CREATED)))
  @APIResponse(responseCode = "404", description = "There is none such.")
  @APIResponse(responseCode = "409", description = "The org has 100 tokens.")
  public Uni<ApiTokenAnswer.Created> create(
      @PathParam("orgId") @Parameter(description = "The org.", example = "acme") String orgId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ApiTokenBody.class),
                      examples =
                          @ExampleObject(
                              name = "api_token_body",
                              value = DirectoryExamples.API_TOKEN_BODY)))
          ApiTokenBody body) {
    return tokens
        .create(access.granted(), Fields.body(body).toDraft(clock), access.actor())
        .map(ApiTokenAnswer.Created::of);
  }

  @DELETE
  @Path("/{tokenId}")
  @PermissionsAllowed(OrgPermission.Names.ADMINISTER)
  @Operation(summary = "Revokes an API token; every service refuses it within 5 seconds")
  @APIResponse(responseCode = "204", description = "Done.")
  @APIResponse(responseCode = "404", description = "There is none such.")
  public Uni<Void> revoke(
      @PathParam("orgId") @Parameter(description = "The org.", example = "acme") String orgId,
      @PathParam("tokenId") @Parameter(description = "The tokenId of the list.") String tokenId) {
    return tokens.revoke(access.granted(), Parameters.uuid("tokenId", tokenId), access.actor());
  }
}
