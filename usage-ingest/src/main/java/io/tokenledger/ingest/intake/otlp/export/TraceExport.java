package io.tokenledger.ingest.intake.otlp.export;

import io.tokenledger.ingest.intake.otlp.export.ExportedSpan.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * The spans of one export. Those without any attribute that is read are counted and not kept: most
 * spans of most services are of no model.
 */
public final class TraceExport {

  /** More than exporters and collectors put into a batch; with it no body takes much memory. */
  static final int MAX_SPANS = 20_000;

  private final List<ExportedSpan> spans = new ArrayList<>();
  private final List<SpanParts> ofScope = new ArrayList<>();
  private int unrelated;

  void add(SpanParts span) {
    if (spans.size() + ofScope.size() + unrelated >= MAX_SPANS) {
      throw InvalidExportException.tooLarge(
          "The export must not hold more than " + MAX_SPANS + " spans: send smaller batches.");
    }
    if (span.attributes.isEmpty()) {
      unrelated++;
    } else {
      ofScope.add(span);
    }
  }

  /** The scope of the spans that were added since the last one ended; it may be told after them. */
  void endScope(Scope scope) {
    ofScope.forEach(span -> spans.add(span.of(scope)));
    ofScope.clear();
  }

  /** Those that have an attribute that is read. */
  public List<ExportedSpan> spans() {
    return spans;
  }

  /** How many spans have none. */
  public int unrelated() {
    return unrelated;
  }
}
