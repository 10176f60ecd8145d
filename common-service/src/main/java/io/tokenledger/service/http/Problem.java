package io.tokenledger.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every error answer, {@code application/problem+json} (RFC 9457).
 *
 * @param errors what is wrong with each row, where the body had rows; left out otherwise
 */
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemCode code, String detail, List<Fault> errors) {
    return new Problem("about:blank", code.title(), code.status(), code.code(), detail, errors);
  }

  /**
   * What is wrong with one row.
   *
   * @param row counted from 1, without a header
   */
  public record Fault(int row, String detail) {}
}
