package io.tokenledger.gateway.upstream;

import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.upstream.UpstreamConfig.OnDisconnect;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the upstreams of their configuration, or says which property is wrong. */
final class ConfiguredUpstreams {

  private static final String PREFIX = "tokenledger.gateway.upstreams.";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
  private static final int MOST_UPSTREAMS = 100;

  private ConfiguredUpstreams() {}

  /**
   * @throws IllegalArgumentException with a sentence that names the property
   */
  static List<Upstream> of(Map<String, UpstreamConfig> configs) {
    check(configs.size() <= MOST_UPSTREAMS, PREFIX + "*: there are more than " + MOST_UPSTREAMS);
    List<Upstream> upstreams = new ArrayList<>();
    configs.forEach((name, config) -> upstreams.add(upstream(name, config)));
    checkModels(upstreams);
    checkTakers(upstreams);
    return List.copyOf(upstreams);
  }

  private static Upstream upstream(String name, UpstreamConfig config) {
    String property = PREFIX + name;
    check(
        NAME.matcher(name).matches(),
        property + ": a name is lower-case letters, digits, - and _, up to 40 of them");
    checkUrl(property + ".url", config.url());
    check(
        config.key().stream().allMatch(ConfiguredUpstreams::isHeaderValue),
        property + ".key has characters that no header has");
    check(
        config.trust().stream().allMatch(Files::isReadable),
        property + ".trust is no file that can be read");
    check(config.maxConnections() > 0, property + ".max-connections is not above 0");
    check(config.maxWaiting() >= 0, property + ".max-waiting is below 0");
    check(config.connectTimeout().toMillis() > 0, property + ".connect-timeout is not above 0");
    check(config.idleTimeout().toMillis() > 0, property + ".idle-timeout is not above 0");
    return new Upstream(
        name,
        config.url(),
        spoken(config.api()),
        config.key(),
        config.provider().orElseGet(() -> provider(config.api())).toLowerCase(Locale.ROOT),
        config.models().map(Set::copyOf).orElse(Set.of()),
        config.includeUsage(),
        config
            .onDisconnect()
            .orElse(config.api() == Api.OLLAMA ? OnDisconnect.CANCEL : OnDisconnect.DRAIN),
        config.allowUnmetered(),
        config.allowPlaintext(),
        config.idleTimeout());
  }

  private static void checkUrl(String property, URI url) {
    check(
        "https".equals(url.getScheme()) || "http".equals(url.getScheme()),
        property + " does not begin with https:// or http://");
    check(url.getHost() != null, property + " names no host");
    check(url.getRawUserInfo() == null, property + " holds a user: a key belongs into .key");
    check(
        url.getRawQuery() == null && url.getRawFragment() == null,
        property + " holds a query: the path of a call comes after it");
  }

  /** Who is listed twice would be sent to either. */
  private static void checkModels(List<Upstream> upstreams) {
    Map<String, Upstream> listed = new HashMap<>();
    for (Upstream upstream : upstreams) {
      for (String model : upstream.models()) {
        for (Api api : upstream.apis()) {
          Upstream other = listed.putIfAbsent(api + " " + model, upstream);
          check(
              other == null,
              "%s%s.models lists %s, which %s lists too"
                  .formatted(PREFIX, upstream.name(), model, other));
        }
      }
    }
  }

  private static void checkTakers(List<Upstream> upstreams) {
    Set<Api> taken = new HashSet<>();
    for (Upstream upstream : upstreams) {
      if (upstream.takesAll()) {
        check(
            taken.add(own(upstream)),
            "%s%s.models is to be set: another upstream of this API lists none either"
                .formatted(PREFIX, upstream.name()));
      }
    }
  }

  /** The first of them; an Ollama speaks those of others as well. */
  private static Api own(Upstream upstream) {
    return upstream.speaks(Api.OLLAMA) ? Api.OLLAMA : upstream.apis().iterator().next();
  }

  private static Set<Api> spoken(Api api) {
    return api == Api.OLLAMA ? EnumSet.of(Api.OLLAMA, Api.OPENAI, Api.ANTHROPIC) : EnumSet.of(api);
  }

  private static String provider(Api api) {
    return api == Api.GEMINI ? "google" : api.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isHeaderValue(String key) {
    return !key.isBlank() && key.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static void check(boolean right, String sentence) {
    if (!right) {
      throw new IllegalArgumentException(sentence + ".");
    }
  }
}
