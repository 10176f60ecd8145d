package io.tokenledger.query.signin;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The session of a page in the browser: it goes on after a reload, until it is over or ended. */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
class SessionResource {

  private final SignIn signIn;

  SessionResource(SignIn signIn) {
    this.signIn = signIn;
  }

  @POST
  @Path("/session")
  @PermitAll
  @Blocking
  @Operation(
      summary = "A new token for the session of the cookie",
      description =
          "The cookie tokenledger_session is set by POST /auth/login. The token ends with the"
              + " session, which this does not make longer.")
  public RestResponse<SessionAnswer> session(
      @CookieParam(SessionCookie.NAME) @Parameter(hidden = true) String session) {
    return signIn
        .resume(Optional.ofNullable(session))
        .map(signedIn -> RestResponse.ok(SessionAnswer.of(signedIn)))
        .orElseGet(RestResponse::noContent);
  }

  @POST
  @Path("/logout")
  @PermitAll
  @Operation(
      summary = "Ends the session of the cookie",
      description = "Clears the cookie. Tokens that were answered before are good until they end.")
  @APIResponse(responseCode = "204", description = "Done, whether or not there was a session.")
  public RestResponse<Void> logout(@Context UriInfo request) {
    return RestResponse.ResponseBuilder.<Void>noContent()
        .cookie(SessionCookie.none(request))
        .build();
  }
}
