package io.tokenledger.ingest.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many values the labels of metrics may have; those that come later are {@code other}. */
@ConfigMapping(prefix = "tokenledger.metrics")
interface MetricsConfig {

  /** Providers of models beyond {@link #maxModels}. */
  @WithDefault("30")
  int maxProviders();

  /** Each has about forty time series. */
  @WithDefault("200")
  int maxModels();

  /** Orgs whose playground is counted by name. */
  @WithDefault("100")
  int maxOrgs();

  /** Experiments, each of its org. */
  @WithDefault("200")
  int maxExperiments();
}
