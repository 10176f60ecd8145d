package io.tokenledger.ingest.intake.otlp.export;

/** An export that is taken as a whole or not at all, and cannot be; the message says why. */
public final class InvalidExportException extends RuntimeException {

  private final boolean tooLarge;

  private InvalidExportException(boolean tooLarge, String sentence) {
    super(sentence, null, false, false);
    this.tooLarge = tooLarge;
  }

  static InvalidExportException malformed(String sentence) {
    return new InvalidExportException(false, sentence);
  }

  static InvalidExportException tooLarge(String sentence) {
    return new InvalidExportException(true, sentence);
  }

  public boolean isTooLarge() {
    return tooLarge;
  }
}
