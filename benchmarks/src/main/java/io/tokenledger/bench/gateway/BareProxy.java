package io.tokenledger.bench.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;

/** What the machine can do: bytes both ways by the same library, and nothing looked at. */
public final class BareProxy extends AbstractVerticle {

  private static final int CONNECTIONS = 4_096;
  private static final int BAD_GATEWAY = 502;

  private final int port;
  private final int upstreamPort;
  private HttpClient client;

  private BareProxy(int port, int upstreamPort) {
    this.port = port;
    this.upstreamPort = upstreamPort;
  }

  /** Port, and that of the upstream. */
  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    int upstreamPort = Integer.parseInt(arguments[1]);
    Vertx.vertx()
        .deployVerticle(
            () -> new BareProxy(port, upstreamPort),
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public void start(Promise<Void> started) {
    client =
        vertx.createHttpClient(
            new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    vertx
        .createHttpServer()
        .requestHandler(this::pass)
        .listen(port, "127.0.0.1")
        .<Void>mapEmpty()
        .onComplete(started);
  }

  private void pass(HttpServerRequest request) {
    request.pause();
    client
        .request(request.method(), upstreamPort, "127.0.0.1", request.uri())
        .compose(
            out -> {
              out.headers().setAll(request.headers());
              return out.send(request);
            })
        .compose(answer -> passBack(answer, request.response()))
        .onFailure(broken -> request.response().setStatusCode(BAD_GATEWAY).end());
  }

  private static Future<Void> passBack(HttpClientResponse from, HttpServerResponse to) {
    to.setStatusCode(from.statusCode());
    to.headers().setAll(from.headers());
    if (!from.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      to.setChunked(true);
    }
    return from.pipeTo(to);
  }
}
