package io.tokenledger.journal;

/** There is no room for the record until earlier ones are acknowledged. */
public final class JournalFullException extends JournalException {

  JournalFullException(String message) {
    super(message, null);
  }
}
