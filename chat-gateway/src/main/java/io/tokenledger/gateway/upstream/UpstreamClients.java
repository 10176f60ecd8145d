package io.tokenledger.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.HashMap;
import java.util.Map;

/** A connection pool for each upstream, so that none waits for the calls of another. */
public final class UpstreamClients {

  private static final int WINDOW_BYTES = 1 << 20;
  private static final int HEADER_BYTES = 64 << 10;

  /** Below what servers usually keep: who writes to a connection as it closes loses the call. */
  private static final int KEPT_SECONDS = 30;

  private static final int OWN_CONNECTIONS = 4096;

  /** A server takes a hundred streams or so on each; the calls beyond must not wait for them. */
  private static final int HTTP2_CONNECTIONS = 64;

  private final Vertx vertx;
  private final Map<String, HttpClient> clients = new HashMap<>();

  public UpstreamClients(Vertx vertx) {
    this.vertx = vertx;
  }

  void open(Upstream upstream, UpstreamConfig config) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) config.connectTimeout().toMillis())
            .setUseAlpn(config.http2())
            .setProtocolVersion(config.http2() ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1);
    config
        .trust()
        .map(file -> new PemTrustOptions().addCertPath(file.toString()))
        .ifPresent(options::setTrustOptions);
    open(
        upstream,
        new PoolOptions()
            .setHttp1MaxSize(config.maxConnections())
            .setHttp2MaxSize(HTTP2_CONNECTIONS)
            .setMaxWaitQueueSize(config.maxWaiting()),
        options);
  }

  /** One that is built in: it answers from the same process. */
  void open(Upstream upstream) {
    open(upstream, new PoolOptions().setHttp1MaxSize(OWN_CONNECTIONS), new HttpClientOptions());
  }

  private void open(Upstream upstream, PoolOptions pool, HttpClientOptions options) {
    // Answers go on as they come, so nothing is unpacked, and a redirect is an answer like another.
    options
        .setSsl(upstream.isEncrypted())
        .setDecompressionSupported(false)
        .setMaxHeaderSize(HEADER_BYTES)
        .setKeepAliveTimeout(KEPT_SECONDS)
        .setHttp2KeepAliveTimeout(KEPT_SECONDS)
        .setHttp2ConnectionWindowSize(WINDOW_BYTES)
        .setInitialSettings(new Http2Settings().setInitialWindowSize(WINDOW_BYTES));
    clients.put(upstream.name(), vertx.httpClientBuilder().with(options).with(pool).build());
  }

  /**
   * A request that is not sent yet, on a connection that is there.
   *
   * @param uri of the upstream, with its query
   */
  public Future<HttpClientRequest> request(
      Upstream upstream, HttpMethod method, String uri, MultiMap headers) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setHost(upstream.url().getHost())
            .setPort(upstream.port())
            .setURI(uri)
            .setHeaders(headers)
            .setFollowRedirects(false);
    return clients.get(upstream.name()).request(options);
  }
}
