package io.tokenledger.gateway.accounting;

import java.util.concurrent.CompletionException;

/** The call cannot be written down, and by the policy it may not go out then. */
public final class NotRecordedException extends RuntimeException {

  NotRecordedException(String reason) {
    super("The call cannot be recorded now, so it is refused: " + reason);
  }

  /** What a stage after the one that failed tells is only that one failed. */
  static String reason(Throwable failure) {
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    return (wrapped ? failure.getCause() : failure).getMessage();
  }
}
