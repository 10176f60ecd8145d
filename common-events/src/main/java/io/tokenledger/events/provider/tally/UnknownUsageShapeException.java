package io.tokenledger.events.provider.tally;

/**
 * A usage block that cannot be counted: its shape is unknown, or one of its fields is not a count.
 * The message is a sentence that names the field, fit for a dead letter; it never quotes a value.
 */
public final class UnknownUsageShapeException extends RuntimeException {

  public UnknownUsageShapeException(String message) {
    // Thrown per bad message on the hot path: no stack trace.
    super(message, null, false, false);
  }
}
