package io.tokenledger.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.metrics.BoundedValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The {@code llm_…} metrics: what is recorded, by model. An event counts when it has been recorded
 * for good; after a crash in between it may be missing here, never in the ledger.
 */
@ApplicationScoped
public class UsageMetrics {

  private static final String PLAYGROUND = "playground";
  private static final String EXPERIMENT = "experiment";
  private static final String EXPERIMENT_TAG = "experimentId";

  private record Model(String provider, String modelName) {}

  private record Experiment(String orgId, String experimentId) {}

  private static final Experiment OTHER_RUNS =
      new Experiment(BoundedValues.OTHER, BoundedValues.OTHER);

  private final MeterRegistry meters;
  private final BoundedValues<String> providers;
  private final BoundedValues<Model> models;
  private final BoundedValues<String> playgroundOrgs;
  private final BoundedValues<Experiment> experiments;
  private final Counter promptTokens;
  private final Counter completionTokens;
  private final Counter embeddingTokens;
  private final Map<Model, ModelMetrics> byModel = new ConcurrentHashMap<>();
  private final Map<String, Counter> playground = new ConcurrentHashMap<>();
  private final Map<Experiment, Counter> runs = new ConcurrentHashMap<>();

  UsageMetrics(MeterRegistry meters, MetricsConfig config) {
    this.meters = meters;
    this.providers = new BoundedValues<>(config.maxProviders());
    this.models = new BoundedValues<>(config.maxModels());
    this.playgroundOrgs = new BoundedValues<>(config.maxOrgs());
    this.experiments = new BoundedValues<>(config.maxExperiments());
    this.promptTokens = tokens("prompt");
    this.completionTokens = tokens("completion");
    this.embeddingTokens = tokens("embedding");
  }

  public void count(RecordedUsage usage) {
    byModel.computeIfAbsent(modelOf(usage), this::metricsOf).count(usage);
    promptTokens.increment(usage.tokens().input());
    completionTokens.increment(usage.tokens().output());
    embeddingTokens.increment(usage.tokens().embedding());
    String feature = usage.call().feature();
    if (feature.equals(PLAYGROUND)) {
      playground.computeIfAbsent(orgOf(usage), this::playgroundOf).increment(usage.requestCount());
    } else if (feature.equals(EXPERIMENT)) {
      runs.computeIfAbsent(experimentOf(usage), this::runsOf).increment(usage.requestCount());
    }
  }

  private Model modelOf(RecordedUsage usage) {
    String provider = usage.call().provider();
    Model model = new Model(provider, usage.call().modelName());
    if (models.admits(usage.orgId(), model)) {
      return model;
    }
    boolean known = providers.admits(usage.orgId(), provider);
    return new Model(known ? provider : BoundedValues.OTHER, BoundedValues.OTHER);
  }

  private String orgOf(RecordedUsage usage) {
    return playgroundOrgs.admits(usage.orgId(), usage.orgId())
        ? usage.orgId()
        : BoundedValues.OTHER;
  }

  private Experiment experimentOf(RecordedUsage usage) {
    String experimentId = usage.metadata().getOrDefault(EXPERIMENT_TAG, "");
    Experiment experiment = new Experiment(usage.orgId(), experimentId);
    return experiments.admits(usage.orgId(), experiment) ? experiment : OTHER_RUNS;
  }

  private ModelMetrics metricsOf(Model model) {
    return new ModelMetrics(meters, model.provider(), model.modelName());
  }

  private Counter playgroundOf(String orgId) {
    return Counter.builder("playground.requests")
        .description("Calls from the playground")
        .tag("orgId", orgId)
        .register(meters);
  }

  private Counter runsOf(Experiment experiment) {
    return Counter.builder("experiment.runs")
        .description("Calls of experiments")
        .tags(Tags.of("orgId", experiment.orgId(), "experimentId", experiment.experimentId()))
        .register(meters);
  }

  private Counter tokens(String type) {
    return Counter.builder("llm.tokens")
        .description("Tokens of all models")
        .tag("type", type)
        .register(meters);
  }
}
