package io.tokenledger.query.signin;

import io.tokenledger.query.signin.SignIn.SignedIn;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a session over a reload of the page, out of the reach of its scripts. It is sent to {@code
 * /auth} only, never by another site, and no API takes it in place of a token.
 */
final class SessionCookie {

  static final String NAME = "tokenledger_session";

  private static final String PATH = "/auth";

  private SessionCookie() {}

  static NewCookie of(SignedIn signedIn, UriInfo request) {
    Duration left = Duration.between(Instant.now(), signedIn.expiresAt());
    return cookie(request).value(signedIn.session()).maxAge((int) left.toSeconds()).build();
  }

  static NewCookie none(UriInfo request) {
    return cookie(request).value("").maxAge(0).build();
  }

  private static NewCookie.Builder cookie(UriInfo request) {
    return new NewCookie.Builder(NAME)
        .path(PATH)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .secure(request.getBaseUri().getScheme().equals("https"));
  }
}
