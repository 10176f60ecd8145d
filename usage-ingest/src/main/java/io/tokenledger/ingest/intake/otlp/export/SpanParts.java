package io.tokenledger.ingest.intake.otlp.export;

import io.tokenledger.ingest.intake.otlp.export.ExportedSpan.Scope;
import java.util.Set;

/** Collects what either encoding tells of a span, in whatever order it does. */
final class SpanParts {

  private static final int ERROR = 2;

  /** Events with which instrumentations mark the first piece of a stream; the others follow it. */
  private static final Set<String> CHUNK_EVENTS =
      Set.of(
          "gen_ai.content.completion.chunk",
          "llm.content.completion.chunk",
          "ai.stream.firstChunk",
          "First Token Stream Event");

  final SpanAttributes attributes = new SpanAttributes();
  String traceId = "";
  String spanId = "";
  String parentSpanId = "";
  String name = "";
  int kind;
  long startNanos;
  long endNanos;
  int statusCode;
  String statusMessage = "";
  private long firstChunkNanos;

  void event(String eventName, long nanos) {
    boolean earlier = firstChunkNanos == 0 || Long.compareUnsigned(nanos, firstChunkNanos) < 0;
    if (earlier && CHUNK_EVENTS.contains(eventName)) {
      firstChunkNanos = nanos;
    }
  }

  ExportedSpan of(Scope scope) {
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
        statusCode == ERROR,
        statusMessage,
        attributes);
  }
}
