package io.tokenledger.service.http;

/** The body of every error answer, {@code application/problem+json} (RFC 9457). */
public record Problem(String type, String title, int status, String code, String detail) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemCode code, String detail) {
    return new Problem("about:blank", code.title(), code.status(), code.code(), detail);
  }
}
