package io.tokenledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

class RetentionConfigTest {

  @Test
  void fiveYearsAreKeptByDefault() {
    RetentionConfig config = config(Map.of());
    assertThat(config.window()).isEqualTo(Duration.ofDays(1826));
    assertThat(config.every()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aDayEndsAfterItsLastMomentIsRefused() {
    RetentionConfig config = config(Map.of("tokenledger.retention.days", "30"));
    assertThat(config.edge(Instant.parse("2026-05-31T00:59:59Z"))).isEqualTo("2026-04-30");
    assertThat(config.edge(Instant.parse("2026-05-31T01:00:00Z")))
        .isEqualTo(LocalDate.of(2026, 5, 1));
  }

  @Test
  void aWindowThatWouldDropEverythingOrReachBeforeTimeIsRefused() {
    for (String days : List.of("0", "-1", "7301")) {
      RetentionConfig config = config(Map.of("tokenledger.retention.days", days));
      assertThatThrownBy(() -> config.edge(Instant.now()))
          .hasMessage("tokenledger.retention.days must be from 1 to 7300");
    }
  }

  private static RetentionConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverters(new Converter<?>[] {new DurationConverter()})
        .withDefaultValues(values)
        .withMapping(RetentionConfig.class)
        .build()
        .getConfigMapping(RetentionConfig.class);
  }
}
