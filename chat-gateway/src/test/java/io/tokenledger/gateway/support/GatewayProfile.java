package io.tokenledger.gateway.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.tokenledger.local.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** One gateway for all its tests, with short patience and upstreams of every kind. */
public class GatewayProfile implements QuarkusTestProfile {

  /** It must never be seen by a client, in an event or in a log. */
  public static final String UPSTREAM_KEY = "sk-upstream-never-to-be-seen";

  private static final String PORT = "tokenledger.testing.upstream";
  private static final String PREFIX = "tokenledger.gateway.";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> config = new HashMap<>();
    upstream(config, "mock", "openai", upstreamPort());
    upstream(config, "claude", "anthropic", upstreamPort());
    upstream(config, "google", "gemini", upstreamPort());
    upstream(config, "always", "openai", upstreamPort(), "include-usage", "always");
    upstream(config, "never", "openai", upstreamPort(), "include-usage", "never");
    upstream(config, "cancels", "openai", upstreamPort(), "on-disconnect", "cancel");
    upstream(config, "quick", "openai", upstreamPort(), "idle-timeout", "600ms");
    upstream(config, "down", "openai", free());
    upstream(config, "azure", "azure", upstreamPort());
    upstream(config, "llama", "ollama", upstreamPort());
    upstream(config, "h2", "openai", upstreamPort(), "http2", "true");
    upstream(config, "h2-cancels", "openai", upstreamPort(), "http2", "true");
    config.put(PREFIX + "upstreams.h2-cancels.on-disconnect", "cancel");
    config.put(PREFIX + "upstreams.google.allow-unmetered", "false");
    config.put(PREFIX + "journal.directory", journal());
    config.put(PREFIX + "keep-alive", "300ms");
    config.put(PREFIX + "client-patience", "2s");
    config.put(PREFIX + "body-patience", "700ms");
    config.put(PREFIX + "drain-patience", "3s");
    config.put(PREFIX + "drain-bytes", "1048576");
    config.put(PREFIX + "max-request-bytes", "1048576");
    config.put(PREFIX + "key-check-every", "1s");
    config.put(PREFIX + "background.look-every", "100ms");
    config.put(PREFIX + "background.first-look", "200ms");
    config.put(PREFIX + "background.patience", "5s");
    config.put(PREFIX + "background.max-pending-per-org", "2");
    config.put(PREFIX + "chat.max-conversations-per-user", "4");
    config.put(PREFIX + "chat.max-messages-per-conversation", "6");
    config.put(PREFIX + "chat.max-bytes-per-user", "40000");
    config.put(PREFIX + "chat.max-bytes-per-org", "70000");
    config.put(PREFIX + "chat.max-answer-characters", "5000");
    config.put(PREFIX + "chat.history-characters", "2000");
    config.put("tokenledger.erasure.every", "1s");
    return config;
  }

  /** Those that all lists take what nobody lists; the others their own model. */
  private static void upstream(
      Map<String, String> config, String name, String api, int port, String... more) {
    String prefix = PREFIX + "upstreams." + name + ".";
    config.put(prefix + "url", "http://127.0.0.1:" + port);
    config.put(prefix + "api", api);
    config.put(prefix + "key", UPSTREAM_KEY);
    if (more.length > 0 || name.equals("down")) {
      config.put(prefix + "models", name + "-1");
    }
    if (more.length > 0) {
      config.put(prefix + more[0], more[1]);
    }
  }

  /** Kept in a property: Quarkus loads this class more than once. */
  static synchronized int upstreamPort() {
    if (System.getProperty(PORT) == null) {
      System.setProperty(PORT, Integer.toString(free()));
    }
    return Integer.getInteger(PORT);
  }

  static int free() {
    try {
      return FreePort.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String journal() {
    try {
      return Files.createTempDirectory("gateway-journal-").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
