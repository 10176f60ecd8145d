package io.tokenledger.gateway.upstream;

import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.upstream.UpstreamConfig.IncludeUsage;
import io.tokenledger.gateway.upstream.UpstreamConfig.OnDisconnect;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A server that calls are sent to.
 *
 * @param name by which a model may name it, as in {@code NAME/model}
 * @param url without the path of a call
 * @param apis whose calls it understands
 * @param key with which the gateway calls it
 * @param provider in the events
 * @param models that are sent there; empty: all of its API that nobody lists
 * @param idleTimeout for how long it may be silent in the middle of a call
 */
public record Upstream(
    String name,
    URI url,
    Set<Api> apis,
    Optional<String> key,
    String provider,
    Set<String> models,
    IncludeUsage includeUsage,
    OnDisconnect onDisconnect,
    boolean allowUnmetered,
    boolean allowPlaintext,
    Duration idleTimeout) {

  private static final String VERSION = "/v1";

  public boolean speaks(Api api) {
    return apis.contains(api);
  }

  boolean takesAll() {
    return models.isEmpty();
  }

  boolean takes(String model) {
    return takesAll() || models.contains(model);
  }

  /** Whether a call that is read on after its client left is read to its end. */
  public boolean drains() {
    return onDisconnect == OnDisconnect.DRAIN;
  }

  /**
   * The path and query of a call there.
   *
   * @param pathAndQuery of the call here, as it came
   */
  public String uri(String pathAndQuery) {
    String base = url.getRawPath() == null ? "" : url.getRawPath();
    if (base.endsWith("/")) {
      base = base.substring(0, base.length() - 1);
    }
    if (base.endsWith(VERSION) && pathAndQuery.startsWith(VERSION + "/")) {
      base = base.substring(0, base.length() - VERSION.length());
    }
    return base + pathAndQuery;
  }

  boolean isEncrypted() {
    return "https".equals(url.getScheme());
  }

  int port() {
    return url.getPort() >= 0 ? url.getPort() : isEncrypted() ? 443 : 80;
  }

  /** The key must never be seen where somebody prints one of these. */
  @Override
  public String toString() {
    return name;
  }
}
