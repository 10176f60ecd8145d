package io.tokenledger.service.http;

/** A request that cannot be answered; its message is the sentence the caller reads. */
public final class ApiException extends RuntimeException {

  private final ProblemCode code;

  public ApiException(ProblemCode code, String detail) {
    super(detail);
    this.code = code;
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
}
