package io.tokenledger.ingest.retention;

import java.util.Objects;

/** Something in the database is in the way; a later run may get past. */
class RetentionHeldUpException extends RuntimeException {

  private final String reason;

  /**
   * @param reason a sentence for operators, without its full stop
   * @param cause what the database said
   */
  RetentionHeldUpException(String reason, Throwable cause) {
    super(Objects.toString(cause.getMessage(), cause.toString()), cause);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
