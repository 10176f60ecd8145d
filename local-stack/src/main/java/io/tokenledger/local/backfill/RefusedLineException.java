package io.tokenledger.local.backfill;

/** A line of which no event can be made; the message is a sentence without its content. */
public final class RefusedLineException extends RuntimeException {

  private final String code;

  public RefusedLineException(String code, String detail) {
    // Files may be wrong in every line: a stack trace for each would make that slow.
    super(detail, null, false, false);
    this.code = code;
  }

  /** As in dead letters, or {@code not_csv} for a row that does not fit its header. */
  public String code() {
    return code;
  }
}
