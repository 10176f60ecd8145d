package io.tokenledger.query.signin;

import io.smallrye.common.annotation.Blocking;
import io.tokenledger.query.http.Texts;
import io.tokenledger.query.signin.SignIn.SignedIn;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
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

/**
 * Sign-in by password, where it is on, and the session of a page in the browser: it goes on after a
 * reload, until it is over or ended.
 */
@Path("/auth")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
class SignInResource {

  private static final int MAX_USER_ID = 128;
  private static final int MAX_PASSWORD = 256;

  private final SignIn signIn;

  SignInResource(SignIn signIn) {
    this.signIn = signIn;
  }

  @POST
  @Path("/login")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermitAll
  @Blocking
  @Operation(summary = "A token for user and password, in stacks without an identity provider")
  public RestResponse<SessionAnswer> login(SignInBody body, @Context UriInfo request) {
    String user = Texts.label(Input.field("user", Body.given(body).user()), MAX_USER_ID);
    SignedIn signedIn = signIn.signIn(user, password(body.password()));
    return RestResponse.ResponseBuilder.ok(SessionAnswer.of(signedIn))
        .cookie(SessionCookie.of(signedIn, request))
        .build();
  }

  @POST
  @Path("/session")
  @PermitAll
  @Blocking
  @Operation(summary = "A new token for the session of the cookie")
  public RestResponse<SessionAnswer> session(
      @CookieParam(SessionCookie.NAME) @Parameter(hidden = true) String session) {
    return signIn
        .resume(Optional.ofNullable(session))
        .map(signedIn -> RestResponse.ok(SessionAnswer.of(signedIn)))
        .orElseGet(RestResponse::noContent);
  }

  /** Another site's form comes without the cookie: it signs nobody out. */
  @POST
  @Path("/logout")
  @PermitAll
  @Operation(summary = "Ends the session of the cookie")
  @APIResponse(responseCode = "204", description = "Done, whether or not there was a session.")
  public RestResponse<Void> logout(
      @CookieParam(SessionCookie.NAME) @Parameter(hidden = true) String session,
      @Context UriInfo request) {
    RestResponse.ResponseBuilder<Void> done = RestResponse.ResponseBuilder.noContent();
    return (session == null ? done : done.cookie(SessionCookie.none(request))).build();
  }

  /** Taken as it is, blanks included. */
  private static String password(String value) {
    if (value == null || value.isEmpty() || value.length() > MAX_PASSWORD) {
      throw ApiException.invalidField("password", "must be 1 to " + MAX_PASSWORD + " characters.");
    }
    return value;
  }
}
