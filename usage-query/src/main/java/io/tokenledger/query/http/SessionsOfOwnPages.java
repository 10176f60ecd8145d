package io.tokenledger.query.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Keeps {@code /auth} out of CORS: other pages may be let in to read figures with a token of
 * theirs, and none of them a session of this one's. What comes from another page is answered as if
 * nobody had been let in, which its browser does not show it.
 */
class SessionsOfOwnPages {

  /** Before the filter of CORS, which has 300. */
  private static final int BEFORE_CORS = 1_000;

  void register(@Observes Filters filters) {
    filters.register(SessionsOfOwnPages::forgetOrigin, BEFORE_CORS);
  }

  static void forgetOrigin(RoutingContext request) {
    if (request.normalizedPath().startsWith("/auth/")) {
      request.request().headers().remove(HttpHeaders.ORIGIN);
    }
    request.next();
  }
}
