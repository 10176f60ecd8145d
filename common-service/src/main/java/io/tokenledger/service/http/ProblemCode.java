package io.tokenledger.service.http;

import io.tokenledger.events.Coded;

/** The catalogue of errors an API answers with: the stable {@code code} and its HTTP status. */
public enum ProblemCode implements Coded {
  INVALID_PARAMETER(400, "Invalid parameter"),
  INVALID_BODY(400, "Invalid body"),
  UNAUTHENTICATED(401, "Not signed in"),
  FORBIDDEN(403, "Not allowed"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  CONFLICT(409, "Conflict"),
  TOO_LARGE(413, "Too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Internal error"),
  BAD_GATEWAY(502, "Bad answer of another server"),
  UNAVAILABLE(503, "Temporarily unavailable"),
  TIMED_OUT(504, "Took too long");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The entry for an HTTP status; every other client error is an invalid body. */
  static ProblemCode ofStatus(int status) {
    for (ProblemCode each : values()) {
      if (each.status == status && each != INVALID_PARAMETER) {
        return each;
      }
    }
    return status < 500 ? INVALID_BODY : INTERNAL_ERROR;
  }
}
