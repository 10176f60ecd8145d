package io.tokenledger.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.tokenledger.gateway.request.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredUpstreamsTest {

  private static final String PREFIX = "tokenledger.gateway.upstreams.";

  @Test
  void whatIsNotSaidHasADefault() {
    Map<String, String> config = new HashMap<>(upstream("a", "https://h", "openai"));
    config.putAll(upstream("b", "http://h:11434/x/v1", "ollama"));
    config.putAll(upstream("c", "https://h", "gemini"));
    List<Upstream> all = of(config);
    assertThat(named(all, "a").provider()).isEqualTo("openai");
    assertThat(named(all, "a").drains()).isTrue();
    assertThat(named(all, "a").port()).isEqualTo(443);
    assertThat(named(all, "b").drains()).isFalse();
    assertThat(named(all, "b").speaks(Api.OPENAI)).isTrue();
    assertThat(named(all, "c").provider()).isEqualTo("google");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h,/v1/chat,/v1/chat",
    "https://h/,/v1/chat,/v1/chat",
    "https://h/v1,/v1/chat,/v1/chat",
    "https://h/openai/v1,/v1/chat?a=b,/openai/v1/chat?a=b",
    "https://h/base,/v1beta/models,/base/v1beta/models"
  })
  void thePathOfACallComesAfterTheUrl(String url, String path, String there) {
    assertThat(named(of(upstream("a", url, "openai")), "a").uri(path)).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({
    "url,ftp://h",
    "url,https:///v1",
    "url,https://user:secret@h",
    "url,https://h?key=1",
    "key,two words",
    "max-connections,0",
    "idle-timeout,0s"
  })
  void whatIsWrongIsNamed(String property, String value) {
    Map<String, String> config = new HashMap<>(upstream("a", "https://h", "openai"));
    config.put(PREFIX + "a." + property, value);
    assertThatThrownBy(() -> of(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(PREFIX + "a." + property)
        .hasMessageNotContaining("secret");
  }

  @Test
  void noModelIsListedTwiceAndOneTakesAll() {
    Map<String, String> config = new HashMap<>(upstream("a", "https://h", "openai"));
    config.putAll(upstream("b", "https://h", "openai"));
    assertThatThrownBy(() -> of(config)).hasMessageContaining(".models is to be set");
    config.put(PREFIX + "a.models", "m,n");
    config.put(PREFIX + "b.models", "n");
    assertThatThrownBy(() -> of(config)).hasMessageContaining("lists n");
  }

  @Test
  void aModelGoesToWhoListsItOrIsNamedOrTakesAll() {
    Map<String, String> config = new HashMap<>(upstream("a", "https://h", "openai"));
    config.putAll(upstream("b", "https://h", "openai"));
    config.putAll(upstream("c", "https://h", "ollama"));
    config.put(PREFIX + "b.models", "m");
    Upstreams upstreams = new Upstreams(of(config));
    assertThat(chosen(upstreams, "m")).isEqualTo("b m");
    assertThat(chosen(upstreams, "n")).isEqualTo("a n");
    assertThat(chosen(upstreams, "b/m")).isEqualTo("b m");
    assertThat(chosen(upstreams, "b/n")).isEqualTo("a b/n");
    assertThat(chosen(upstreams, "c/n")).isEqualTo("c n");
    assertThat(chosen(upstreams, "org/n")).isEqualTo("a org/n");
    assertThat(upstreams.forModel(Api.GEMINI, "n")).isEmpty();
    assertThat(upstreams.forApi(Api.ANTHROPIC).orElseThrow().name()).isEqualTo("c");
    assertThat(upstreams.forApi(Api.OPENAI).orElseThrow().name()).isEqualTo("a");
  }

  @Test
  void productionTakesNoPlainUrlNoKeyOfAFileAndNoToy() {
    Map<String, String> config = new HashMap<>(upstream("a", "http://h", "openai"));
    config.put(PREFIX + "a.key", "insecure-key");
    List<Upstream> all = of(config);
    assertThatThrownBy(
            () -> ProductionUpstreams.check(all, all, property -> "application.properties"))
        .hasMessageContaining("a.enabled=false")
        .hasMessageContaining(PREFIX + "a.url is not https")
        .hasMessageContaining("stands in a properties file")
        .hasMessageContaining("secret of an example");
    List<Upstream> safe = of(upstream("a", "https://h", "openai"));
    ProductionUpstreams.check(safe, List.of(), property -> "SysEnv");
  }

  private static String chosen(Upstreams upstreams, String model) {
    Upstreams.Choice choice = upstreams.forModel(Api.OPENAI, model).orElseThrow();
    return choice.upstream() + " " + choice.model();
  }

  private static Map<String, String> upstream(String name, String url, String api) {
    return Map.of(PREFIX + name + ".url", url, PREFIX + name + ".api", api);
  }

  private static Upstream named(List<Upstream> all, String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Upstream> of(Map<String, String> properties) {
    return ConfiguredUpstreams.of(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(UpstreamsConfig.class)
            .withConverter(java.time.Duration.class, 1, ConfiguredUpstreamsTest::duration)
            .withDefaultValues(properties)
            .build()
            .getConfigMapping(UpstreamsConfig.class)
            .upstreams());
  }

  private static java.time.Duration duration(String text) {
    return java.time.Duration.parse("PT" + text);
  }
}
