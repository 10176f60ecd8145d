package io.tokenledger.service.http;

import java.util.List;

/** A request that cannot be answered; its message is the sentence the caller reads. */
public final class ApiException extends RuntimeException {

  private final ProblemCode code;
  private final transient List<Problem.Fault> faults;

  public ApiException(ProblemCode code, String detail) {
    this(code, detail, List.of());
  }

  /**
   * @param faults what is wrong with each row of a body that has rows
   */
  public ApiException(ProblemCode code, String detail, List<Problem.Fault> faults) {
    super(detail);
    this.code = code;
    this.faults = List.copyOf(faults);
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
}
