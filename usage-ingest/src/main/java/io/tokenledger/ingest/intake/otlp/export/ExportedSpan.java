package io.tokenledger.ingest.intake.otlp.export;

/**
 * What is read of a span.
 *
 * @param scope the instrumentation that made it
 * @param traceId as sent, in lower-case hexadecimal digits; any text where it was malformed
 * @param spanId the same
 * @param parentSpanId the same; empty where there is no parent
 * @param kind a number of the protocol's enumeration
 * @param startNanos since 1970, unsigned; 0 when it is unknown
 * @param endNanos the same
 * @param firstChunkNanos when the first piece of a streamed answer came, by an event of the span; 0
 *     when no event tells
 * @param failed whether its status is an error
 * @param statusMessage of the status; empty when there is none
 */
public record ExportedSpan(
    Scope scope,
    String traceId,
    String spanId,
    String parentSpanId,
    String name,
    int kind,
    long startNanos,
    long endNanos,
    long firstChunkNanos,
    boolean failed,
    String statusMessage,
    SpanAttributes attributes) {

  private static final int SERVER = 2;

  /** An instrumentation; both texts may be empty. */
  public record Scope(String name, String version) {
    public static final Scope UNKNOWN = new Scope("", "");
  }

  public ExportedSpan with(SpanAttributes others) {
    return of(failed, statusMessage, others);
  }

  public ExportedSpan failedWith(String message) {
    return of(true, message, attributes);
  }

  private ExportedSpan of(boolean itFailed, String message, SpanAttributes others) {
    return new ExportedSpan(
        scope,
        traceId,
        spanId,
        parentSpanId,
        name,
        kind,
        startNanos,
        endNanos,
        firstChunkNanos,
        itFailed,
        message,
        others);
  }

  /** Whether it tells of the side that was called. */
  public boolean isOfServer() {
    return kind == SERVER;
  }
}
