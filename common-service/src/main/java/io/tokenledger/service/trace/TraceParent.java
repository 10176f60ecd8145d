package io.tokenledger.service.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;

/**
 * The span that a request or a message was sent in, as the sender tells it.
 *
 * @param traceId 32 hexadecimal digits, lower case
 * @param spanId 16 hexadecimal digits, lower case
 * @param flags 2 hexadecimal digits; 01 where the sender keeps the trace
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
public record TraceParent(String traceId, String spanId, String flags) {

  public static final String HEADER = "traceparent";

  private static final TextMapGetter<String> ONLY_HEADER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String value) {
          return List.of(HEADER);
        }

        @Override
        public String get(String value, String name) {
          return name.equals(HEADER) ? value : null;
        }
      };

  /**
   * What cannot be read is as good as absent, as the specification wants it.
   *
   * @param value of the header; null where there is none
   */
  public static Optional<TraceParent> parse(String value) {
    SpanContext span =
        Span.fromContext(
                W3CTraceContextPropagator.getInstance().extract(Context.root(), value, ONLY_HEADER))
            .getSpanContext();
    return span.isValid()
        ? Optional.of(
            new TraceParent(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex()))
        : Optional.empty();
  }

  /** The value of the header. */
  @Override
  public String toString() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }
}
