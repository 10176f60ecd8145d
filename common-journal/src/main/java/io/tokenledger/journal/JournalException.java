package io.tokenledger.journal;

/** The journal cannot do it now: its disk is full or fails, or it is closed. */
public class JournalException extends RuntimeException {

  JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
