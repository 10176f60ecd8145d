package io.tokenledger.prices.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tokenledger.prices.PriceSource;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncSettingsTest {

  @Test
  void byDefaultNobodyIsCalled() {
    SyncSettings settings = settings(Map.of());
    settings.check();
    assertThat(settings.every()).isEmpty();
    assertThat(settings.isRelaxed()).isFalse();
  }

  @Test
  void theDefaultsAreThePublicListsAndCautious() {
    SyncConfig config = config(Map.of());
    assertThat(config.openrouterUrl()).isEqualTo(URI.create("https://openrouter.ai/api/v1/models"));
    assertThat(config.litellmUrl().getHost()).isEqualTo("raw.githubusercontent.com");
    assertThat(config.allowedHosts())
        .containsExactlyInAnyOrder("openrouter.ai", "raw.githubusercontent.com");
    assertThat(config.sources()).containsExactlyInAnyOrder("openrouter", "litellm");
    assertThat(config.checkEvery()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.maxBytes()).isEqualTo(16 * 1024 * 1024);
    assertThat(config.quarantineFactor()).isEqualTo(new BigDecimal("3"));
    assertThat(config.maxQuarantined()).isEqualTo(100);
    assertThat(config.minListShare()).isEqualTo(new BigDecimal("0.5"));
  }

  @Test
  void oneSettingTurnsItOn() {
    SyncSettings settings = settings(Map.of("every", "6h"));
    settings.check();
    assertThat(settings.every()).contains(Duration.ofHours(6));
    assertThat(settings.scheduledSources())
        .containsExactly(PriceSource.OPENROUTER, PriceSource.LITELLM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "every             | often                       | every must be 'off' or a duration",
        "every             | 10s                         | every must be 'off' or a duration",
        "check-every       | 0s                          | check-every must be 1s to 1h",
        "sources           | openrouter,other            | sources must be a list of any of",
        "timeout           | 10m                         | timeout must be",
        "max-bytes         | 0                           | max-bytes must be",
        "max-bytes         | 2000000000                  | max-bytes must be",
        "quarantine-factor | 1                           | quarantine-factor must be a number above 1",
        "max-quarantined   | -1                          | max-quarantined must be",
        "min-list-share    | 1.5                         | min-list-share must be a number from 0 to 1",
        "litellm-url       | http://openrouter.ai/x      | litellm-url must be an https URL",
        "litellm-url       | file:///etc/passwd          | litellm-url must be an https URL",
        "litellm-url       | https://u:p@openrouter.ai/x | without a user",
        "litellm-url       | https:/x                    | must be a URL with a host",
        "litellm-url       | https://evil.test/x         | 'evil.test', which is not in",
        "openrouter-url    | https://openrouter.ai.evil.test/x | which is not in"
      })
  void whatIsUnsafeIsRefusedWithASentence(String name, String value, String sentence) {
    assertThatThrownBy(() -> settings(Map.of(name, value)).check())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("tokenledger.prices.sync.");
  }

  @Test
  void httpHasToBeAllowed() {
    Map<String, String> local =
        Map.of("litellm-url", "http://localhost:9/x", "allowed-hosts", "localhost,openrouter.ai");
    assertThatThrownBy(() -> settings(local).check()).hasMessageContaining("allow-http=true");
    Map<String, String> allowed =
        Map.of(
            "litellm-url",
            "http://localhost:9/x",
            "allowed-hosts",
            "localhost,openrouter.ai",
            "allow-http",
            "true");
    assertThatCode(() -> settings(allowed).check()).doesNotThrowAnyException();
    assertThat(settings(allowed).isRelaxed()).isTrue();
  }

  private static SyncSettings settings(Map<String, String> values) {
    return new SyncSettings(config(values));
  }

  private static SyncConfig config(Map<String, String> values) {
    Map<String, String> properties = new HashMap<>();
    values.forEach((name, value) -> properties.put("tokenledger.prices.sync." + name, value));
    return new SmallRyeConfigBuilder()
        .withConverters(new Converter<?>[] {new DurationConverter()})
        .withSources(new PropertiesConfigSource(properties, "test", 500))
        .withMapping(SyncConfig.class)
        .build()
        .getConfigMapping(SyncConfig.class);
  }
}
