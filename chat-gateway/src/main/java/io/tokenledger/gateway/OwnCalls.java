package io.tokenledger.gateway;

import io.quarkus.runtime.StartupEvent;
import io.tokenledger.gateway.chat.ModelCalls;
import io.tokenledger.gateway.keys.HeldKey;
import io.tokenledger.service.access.ApiTokenSecret;
import io.tokenledger.service.http.LoopbackServer;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls that the gateway makes itself. They take the way of every call, by a port of the loopback
 * address, so that there is one way on which calls are admitted, written down, passed and counted.
 * What comes to the port without a ticket, which is good once, is none of them.
 */
@ApplicationScoped
class OwnCalls implements ModelCalls {

  private static final String TICKET = "x-tokenledger-ticket";
  private static final int NOT_FOUND = 404;

  /** As of clients and upstreams. */
  private static final int HEADER_BYTES = 64 << 10;

  /** As many as calls may be open; whose org has too many is refused by the flow. */
  private static final int MOST_CONNECTIONS = 1 << 16;

  private final Map<String, HeldKey> tickets = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final Calls calls;
  private final HttpClient client;
  private volatile int port;

  OwnCalls(Vertx vertx, Calls calls) {
    this.vertx = vertx;
    this.calls = calls;
    this.client =
        vertx.httpClientBuilder().with(new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS)).build();
  }

  void onStart(@Observes StartupEvent start) {
    port =
        LoopbackServer.listen(
            vertx, new HttpServerOptions().setMaxHeaderSize(HEADER_BYTES), this::take);
  }

  @Override
  public Future<HttpClientResponse> send(HeldKey key, String path, MultiMap headers, Buffer body) {
    String ticket = ApiTokenSecret.random();
    tickets.put(ticket, key);
    headers.set(TICKET, ticket);
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(LoopbackServer.HOST)
            .setPort(port)
            .setURI(path)
            .setHeaders(headers);
    return client
        .request(options)
        .compose((HttpClientRequest request) -> request.send(body))
        .onComplete(answered -> tickets.remove(ticket));
  }

  private void take(HttpServerRequest request) {
    String ticket = request.getHeader(TICKET);
    HeldKey key = ticket == null ? null : tickets.remove(ticket);
    if (key == null) {
      request.response().setStatusCode(NOT_FOUND).end();
    } else {
      calls.take(request, key);
    }
  }
}
