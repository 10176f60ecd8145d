package io.tokenledger.service.http;

import java.util.List;
import java.util.Map;

/** A request that cannot be answered; its message is the sentence the caller reads. */
public final class ApiException extends RuntimeException {

  private final ProblemCode code;
  private final transient List<Problem.Fault> faults;
  private final transient Map<String, String> headers;

  public ApiException(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  /**
   * @param faults what is wrong with each row of a body that has rows
   */
  public ApiException(ProblemCode code, String detail, List<Problem.Fault> faults) {
    this(code, detail, faults, Map.of());
  }

  private ApiException(
      ProblemCode code, String detail, List<Problem.Fault> faults, Map<String, String> headers) {
    super(detail);
    this.code = code;
    this.faults = List.copyOf(faults);
    this.headers = Map.copyOf(headers);
  }

  /**
   * What is sent is of a kind that is not taken.
   *
   * @param header the field of the answer that says what is (RFC 9110, section 15.5.16)
   */
  public static ApiException unsupported(String header, String allowed, String detail) {
    return new ApiException(
        ProblemCode.UNSUPPORTED_MEDIA_TYPE, detail, List.of(), Map.of(header, allowed));
  }

  /** A field of the body is malformed; the sentence names it and says what is allowed. */
  public static ApiException invalidField(String name, String whatIsAllowed) {
    return new ApiException(ProblemCode.INVALID_BODY, "Field '" + name + "' " + whatIsAllowed);
  }

  /** A parameter is malformed; the sentence names it and says what is allowed. */
  public static ApiException invalidParameter(String name, String whatIsAllowed) {
    return new ApiException(
        ProblemCode.INVALID_PARAMETER, "Parameter '" + name + "' " + whatIsAllowed);
  }

  public static ApiException notFound(String what) {
    return new ApiException(ProblemCode.NOT_FOUND, what);
  }

  public ProblemCode code() {
    return code;
  }

  public List<Problem.Fault> faults() {
    return faults;
  }

  /** Of the answer, beside those that every one has. */
  public Map<String, String> headers() {
    return headers;
  }
}
