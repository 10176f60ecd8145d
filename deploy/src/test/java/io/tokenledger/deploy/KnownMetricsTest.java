package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownMetricsTest {

  private final KnownMetrics metrics = new KnownMetrics();

  @Test
  void labelsFunctionsAndTimesAreNoMetrics() {
    assertThat(
            metrics.unknownIn(
                "sum by (le, a) (rate(llm_request_duration_ms_bucket{x=~\"y\"}[5m] offset 1d))"
                    + " / on (b) no_such_thing > 2e9 or vector(0)"))
        .containsExactly("no_such_thing");
  }

  @Test
  void aRateOfAGaugeIsFound() {
    assertThat(metrics.gaugesWithRateIn("increase( tokenledger_consumer_lag[5m])"))
        .containsExactly("tokenledger_consumer_lag");
    assertThat(metrics.gaugesWithRateIn("rate(tokenledger_batch_events_sum[5m])")).isEmpty();
  }
}
