package io.tokenledger.query.export;

/** An export was ended although there was more of it. */
final class ExportGivenUpException extends RuntimeException {

  ExportGivenUpException(String why) {
    super("The export was ended: " + why);
  }
}
