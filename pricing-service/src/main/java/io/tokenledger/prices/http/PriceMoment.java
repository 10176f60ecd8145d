package io.tokenledger.prices.http;

import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whose prices, at what time, as known when: {@code at} and {@code knownAt} of a look-up. */
public class PriceMoment {

  @QueryParam("orgId")
  @Parameter(
      description = "The org whose contract prices and aliases hold; without it, everyone's.",
      example = "acme")
  String orgId;

  @QueryParam("at")
  @Parameter(
      description = "When the call happens (RFC 3339); by default now.",
      example = "2026-05-01T00:00:00Z")
  String at;

  @QueryParam("knownAt")
  @Parameter(
      description =
          "What the book said then: entries recorded later do not count. By default, all count.",
      example = "2026-06-01T00:00:00Z")
  String knownAt;

  Instant atOrNow() {
    return Input.parameter("at", at).time(Instant.now());
  }

  Instant knownAtOrEver() {
    return Input.parameter("knownAt", knownAt).time(Instant.MAX);
  }
}
