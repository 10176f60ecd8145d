package io.tokenledger.ingest.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.recorded.RecordedUsage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Producers may send what they like: the time series stay few, and nothing goes uncounted. */
class UsageMetricsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final UsageMetrics metrics =
      new UsageMetrics(
          meters,
          new MetricsConfig() {
            @Override
            public int maxProviders() {
              return 1;
            }

            @Override
            public int maxModels() {
              return 2;
            }

            @Override
            public int maxOrgs() {
              return 1;
            }

            @Override
            public int maxExperiments() {
              return 1;
            }
          });

  @Test
  void modelsBeyondTheLimitShareOneNameOfTheirProvider() {
    metrics.count(usage("acme", "openai", "a", "chat", ""));
    metrics.count(usage("globex", "openai", "b", "chat", ""));
    metrics.count(usage("acme", "openai", "c", "chat", ""));
    metrics.count(usage("acme", "openai", "d", "chat", ""));
    metrics.count(usage("acme", "google", "e", "chat", ""));
    assertThat(count("llm.requests", "provider", "openai", "modelName", "a")).isEqualTo(1);
    assertThat(count("llm.requests", "provider", "openai", "modelName", "other")).isEqualTo(2);
    assertThat(count("llm.requests", "provider", "other", "modelName", "other")).isEqualTo(1);
    assertThat(meters.find("llm.requests").counters()).hasSize(4);
  }

  @Test
  void orgsAndExperimentsBeyondTheLimitShareOneName() {
    metrics.count(usage("acme", "openai", "a", "playground", ""));
    metrics.count(usage("globex", "openai", "a", "playground", ""));
    metrics.count(usage("acme", "openai", "a", "experiment", "one"));
    metrics.count(usage("acme", "openai", "a", "experiment", "two"));
    assertThat(count("playground.requests", "orgId", "acme")).isEqualTo(1);
    assertThat(count("playground.requests", "orgId", "other")).isEqualTo(1);
    assertThat(count("experiment.runs", "orgId", "acme", "experimentId", "one")).isEqualTo(1);
    assertThat(count("experiment.runs", "orgId", "other", "experimentId", "other")).isEqualTo(1);
  }

  private double count(String name, String... tags) {
    return meters.get(name).tags(tags).counter().count();
  }

  private static RecordedUsage usage(
      String orgId, String provider, String modelName, String feature, String experimentId) {
    return new RecordedUsage(
        "id",
        new Call(orgId, "user", provider, modelName, feature, "", ""),
        1,
        TokenCounts.NONE,
        OptionalLong.of(5),
        true,
        "",
        experimentId.isEmpty() ? Map.of() : Map.of("experimentId", experimentId),
        Instant.EPOCH,
        0,
        OptionalLong.empty(),
        CostStatus.PRICED,
        "",
        Optional.empty());
  }
}
