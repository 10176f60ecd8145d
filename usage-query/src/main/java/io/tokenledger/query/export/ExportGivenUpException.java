package io.tokenledger.query.export;

/** An export was ended although there was more of it. */
final class ExportGivenUpException extends RuntimeException {

  /** Without a trace: it is the client's doing, and the sentence says all. */
  ExportGivenUpException(String why) {
    super("The export was ended: " + why, null, false, false);
  }
}
