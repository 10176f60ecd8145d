package io.tokenledger.query.export;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The parameter {@code format} says what is wanted, whatever {@code Accept} says: many clients send
 * one that is always the same.
 */
class FormatOfRequest {

  private static final String EXPORTS = "/analytics/export";

  @ServerRequestFilter(preMatching = true)
  void acceptWhatIsAskedFor(ContainerRequestContext request) {
    boolean names = request.getUriInfo().getQueryParameters().containsKey("format");
    if (names && request.getUriInfo().getPath().endsWith(EXPORTS)) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
    }
  }
}
