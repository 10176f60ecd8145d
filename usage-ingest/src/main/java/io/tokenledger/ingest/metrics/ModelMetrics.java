package io.tokenledger.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tokenledger.events.DurationBuckets;
import io.tokenledger.events.Money;
import io.tokenledger.events.recorded.RecordedUsage;
import java.util.Arrays;

/**
 * The calls of one model, as Prometheus counts them. Prometheus knows floating point only: these
 * figures are for graphs and alerts, the ledger has the exact ones.
 */
final class ModelMetrics {

  private static final double[] BOUNDS_MS =
      Arrays.stream(DurationBuckets.upperBoundsMs()).asDoubleStream().toArray();

  private final Counter requests;
  private final Counter errors;
  private final Counter inputTokens;
  private final Counter outputTokens;
  private final Counter cost;
  private final Counter unpriced;
  private final DistributionSummary duration;

  ModelMetrics(MeterRegistry meters, String provider, String modelName) {
    Tags tags = Tags.of("provider", provider, "modelName", modelName);
    requests = counter(meters, "llm.requests", "Calls of a model", tags);
    errors = counter(meters, "llm.errors", "Calls of a model that failed", tags);
    inputTokens =
        counter(meters, "llm.tokens.input", "Input tokens, those of caches among them", tags);
    outputTokens =
        counter(meters, "llm.tokens.output", "Output tokens, those of reasoning among them", tags);
    cost = counter(meters, "llm.cost.usd", "Cost as first recorded, in US dollars, rounded", tags);
    unpriced =
        counter(
            meters,
            "tokenledger.unpriced.requests",
            "Calls recorded without a price, or without one for a part of them",
            tags);
    duration =
        DistributionSummary.builder("llm.request.duration.ms")
            .description("How long a call of a model took, in milliseconds, as its producer says")
            .tags(tags)
            .serviceLevelObjectives(BOUNDS_MS)
            .register(meters);
  }

  void count(RecordedUsage usage) {
    requests.increment(usage.requestCount());
    inputTokens.increment(usage.tokens().input());
    outputTokens.increment(usage.tokens().output());
    cost.increment(Money.usdFromNanos(usage.costNanos()).doubleValue());
    if (!usage.success()) {
      errors.increment(usage.requestCount());
    }
    if (usage.costStatus().lacksPrice()) {
      unpriced.increment(usage.requestCount());
    }
    usage.durationMs().ifPresent(duration::record);
  }

  private static Counter counter(MeterRegistry meters, String name, String help, Tags tags) {
    return Counter.builder(name).description(help).tags(tags).register(meters);
  }
}
