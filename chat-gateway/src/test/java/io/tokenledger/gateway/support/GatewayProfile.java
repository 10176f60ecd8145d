package io.tokenledger.gateway.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.tokenledger.local.FreePort;
import io.tokenledger.local.identity.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/** One gateway for all its tests, with short patience and upstreams of every kind. */
public class GatewayProfile implements QuarkusTestProfile {

  /** It must never be seen by a client, in an event or in a log. */
  public static final String UPSTREAM_KEY = "sk-upstream-never-to-be-seen";

  private static final String PORT = "tokenledger.testing.upstream";
  private static final String SECURE_PORT = "tokenledger.testing.secure-upstream";
  private static final String CERTIFICATE = "tokenledger.testing.certificate";
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
    secureUpstream(config, "tls");
    secureUpstream(config, "tls-unknown");
    config.put(PREFIX + "upstreams.tls.trust", certificate().certificate().toString());
    config.put("quarkus.http.ssl.certificate.files", certificate().certificate().toString());
    config.put("quarkus.http.ssl.certificate.key-files", certificate().key().toString());
    config.put("quarkus.http.test-ssl-port", "0");
    config.put(PREFIX + "upstreams.google.allow-unmetered", "false");
    config.put(PREFIX + "journal.directory", temporary("gateway-journal-"));
    config.put(PREFIX + "keep-alive", "300ms");
    config.put(PREFIX + "client-patience", "2s");
    config.put(PREFIX + "body-patience", "700ms");
    config.put(PREFIX + "body-timeout", "3s");
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

  private static void secureUpstream(Map<String, String> config, String name) {
    upstream(config, name, "openai", securePort(), "http2", "true");
    config.put(PREFIX + "upstreams." + name + ".url", "https://127.0.0.1:" + securePort());
  }

  static int upstreamPort() {
    return port(PORT);
  }

  static int securePort() {
    return port(SECURE_PORT);
  }

  /** Kept in a property: Quarkus loads this class more than once. */
  private static synchronized int port(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Integer.toString(free()));
    }
    return Integer.getInteger(property);
  }

  /** Of upstreams by TLS, and of the gateway itself. */
  public static synchronized ServerCertificate certificate() {
    if (System.getProperty(CERTIFICATE) == null) {
      System.setProperty(CERTIFICATE, temporary("gateway-certificate-"));
    }
    try {
      return ServerCertificate.in(Path.of(System.getProperty(CERTIFICATE)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static int free() {
    try {
      return FreePort.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String temporary(String prefix) {
    try {
      return Files.createTempDirectory(prefix).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
