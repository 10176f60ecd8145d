package io.tokenledger.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class PricesConfigTest {

  @Test
  void theDefaultsKeepReplicasWithinTwoSeconds() {
    PricesConfig config =
        new SmallRyeConfigBuilder()
            .withConverters(new Converter<?>[] {new DurationConverter()})
            .withMapping(PricesConfig.class)
            .build()
            .getConfigMapping(PricesConfig.class);
    assertThat(config.refreshEvery()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.announceEvery()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.announceTimeout()).isEqualTo(Duration.ofSeconds(2));
  }
}
