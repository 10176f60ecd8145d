package io.tokenledger.events;

/** An event that cannot be accepted; the message is a sentence for whoever sent it. */
public final class InvalidEventException extends RuntimeException {

  private final RejectionCode code;

  public InvalidEventException(RejectionCode code, String detail) {
    // Thrown per bad message on the hot path: a stack trace would make bad messages expensive.
    super(detail, null, false, false);
    this.code = code;
  }

  public static InvalidEventException missing(String field) {
    return new InvalidEventException(RejectionCode.MISSING_FIELD, field + " is required");
  }

  public static InvalidEventException invalid(String field, String whatIsAllowed) {
    return new InvalidEventException(RejectionCode.INVALID_FIELD, field + " " + whatIsAllowed);
  }

  public RejectionCode code() {
    return code;
  }
}
