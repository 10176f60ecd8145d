package io.tokenledger.prices.sync.feed;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Downloads a document from a host that was checked, in bounded time and size. The host is looked
 * up once, all its addresses are checked, and the connection goes to the address that was checked:
 * a second answer of the name server cannot lead it elsewhere. TLS still proves the host's name.
 */
final class FeedClient {

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Vertx vertx;
  private final HttpClient http;
  private final HostLookup lookup;
  private final Duration timeout;
  private final int maxBytes;
  private final boolean allowPrivateAddresses;

  /**
   * @param timeout from the look-up to the last byte
   * @param tls whom to trust
   */
  FeedClient(
      Vertx vertx,
      HostLookup lookup,
      Duration timeout,
      int maxBytes,
      boolean allowPrivateAddresses,
      HttpClientOptions tls) {
    this.vertx = vertx;
    this.lookup = lookup;
    this.timeout = timeout;
    this.maxBytes = maxBytes;
    this.allowPrivateAddresses = allowPrivateAddresses;
    this.http =
        vertx.createHttpClient(
            tls.setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setKeepAlive(false)
                .setDecompressionSupported(false));
  }

  /** Continues in the caller's context; fails with {@link SyncFailedException}. */
  Uni<byte[]> get(URI url) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context caller = vertx.getOrCreateContext();
              return checkedAddress(url.getHost())
                  .chain(address -> new Download(maxBytes).start(http, request(url, address)))
                  .ifNoItem()
                  .after(timeout)
                  .failWith(this::timedOut)
                  .emitOn(command -> caller.runOnContext(unused -> command.run()));
            });
  }

  private Uni<InetAddress> checkedAddress(String host) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> lookUp(host), false).toCompletionStage());
  }

  private InetAddress lookUp(String host) {
    InetAddress[] addresses;
    try {
      addresses = lookup.addressesOf(host);
    } catch (UnknownHostException e) {
      throw new SyncFailedException(
          SyncFailure.ADDRESS_REFUSED, "The host '" + host + "' has no address.");
    }
    for (InetAddress address : addresses) {
      if (!allowPrivateAddresses && !PublicAddress.is(address)) {
        throw new SyncFailedException(
            SyncFailure.ADDRESS_REFUSED,
            "The host '" + host + "' has an address that is not public.");
      }
    }
    return addresses[0];
  }

  private static RequestOptions request(URI url, InetAddress address) {
    boolean isSecure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : isSecure ? 443 : 80;
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setHost(url.getHost())
        .setPort(port)
        .setSsl(isSecure)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
        .setFollowRedirects(false)
        .putHeader("Accept", "application/json, text/plain;q=0.5")
        .putHeader("User-Agent", "tokenledger");
  }

  private SyncFailedException timedOut() {
    return new SyncFailedException(
        SyncFailure.TIMEOUT, "The list did not arrive within " + timeout.toMillis() + " ms.");
  }

  /** All addresses of a host; may block. */
  @FunctionalInterface
  interface HostLookup {

    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }
}
