package io.tokenledger.ingest.intake.otlp;

import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls that two instrumentations saw: the span of one is right within the other's, of the same
 * kind. One of the two counts: the inner one, which is nearer to the provider, unless only the
 * outer one tells tokens. Only within an export: what comes in another is not known here.
 */
final class DoubleCalls {

  private static final List<Names> TOKENS =
      List.of(Names.INPUT, Names.OUTPUT, Names.TOTAL, Names.LANGFUSE_USAGE);

  private final Set<String> doubles = new HashSet<>();

  DoubleCalls(List<ExportedSpan> spans) {
    Map<String, ExportedSpan> calls = new HashMap<>();
    spans.stream()
        .filter(span -> SpanRole.of(span).counts())
        .forEach(span -> calls.put(key(span, span.spanId()), span));
    for (ExportedSpan inner : calls.values()) {
      ExportedSpan outer = calls.get(key(inner, inner.parentSpanId()));
      if (outer != null && outer != inner) {
        boolean innerCounts = tellsTokens(inner) || !tellsTokens(outer);
        doubles.add(
            key(innerCounts ? outer : inner, innerCounts ? outer.spanId() : inner.spanId()));
      }
    }
  }

  /** Whether another span of the export counts for it. */
  boolean contains(ExportedSpan span) {
    return doubles.contains(key(span, span.spanId()));
  }

  private static boolean tellsTokens(ExportedSpan span) {
    return TOKENS.stream().anyMatch(span.attributes()::has);
  }

  private static String key(ExportedSpan span, String spanId) {
    return SpanRole.of(span) + ":" + span.traceId() + ":" + spanId;
  }
}
