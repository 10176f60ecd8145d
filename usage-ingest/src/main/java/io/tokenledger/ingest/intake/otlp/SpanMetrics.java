package io.tokenledger.ingest.intake.otlp;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;

/** What became of the spans that came; a constant number of series. */
@ApplicationScoped
public class SpanMetrics {

  private static final String COUNTED = "counted";
  private static final String REJECTED = "rejected";

  private final MeterRegistry meters;

  SpanMetrics(MeterRegistry meters) {
    this.meters = meters;
    add(COUNTED, 0);
    add(REJECTED, 0);
    Arrays.stream(SpanRole.values())
        .filter(role -> !role.counts() && role != SpanRole.UNKNOWN)
        .forEach(role -> add(role.code(), 0));
  }

  /** To be called once their events are acknowledged: an export that fails comes again. */
  public void add(CountedSpans spans) {
    add(COUNTED, spans.events().size());
    add(REJECTED, spans.rejected());
    spans.uncounted().forEach((role, number) -> add(role.code(), number));
  }

  private void add(String outcome, int spans) {
    meters.counter("tokenledger_otlp_spans", "outcome", outcome).increment(spans);
  }
}
