package io.tokenledger.ingest.intake.otlp;

import io.tokenledger.events.PlainText;
import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the spans of one export come to. */
public final class CountedSpans {

  private static final int NAMED_REASONS = 10;

  private final List<ValidEvent> events = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final Map<SpanRole, Integer> uncounted = new EnumMap<>(SpanRole.class);
  private int rejected;

  void count(ValidEvent event) {
    events.add(event);
  }

  void pass(SpanRole role, int spans) {
    uncounted.merge(role, spans, Integer::sum);
  }

  void reject(ExportedSpan span, String why) {
    rejected++;
    if (reasons.size() < NAMED_REASONS) {
      reasons.add("span " + PlainText.of(span.spanId()) + ": " + why);
    }
  }

  /** One for each span that counts. */
  public List<ValidEvent> events() {
    return events;
  }

  /** How many spans count for nothing, and are right to; by what they are. */
  Map<SpanRole, Integer> uncounted() {
    return uncounted;
  }

  /** How many spans should count, and cannot. */
  public int rejected() {
    return rejected;
  }

  /** Why they cannot, of the first of them; empty when there are none. */
  public String reasons() {
    String named = String.join("; ", reasons);
    int more = rejected - reasons.size();
    return more > 0 ? named + "; and " + more + " more" : named;
  }
}
