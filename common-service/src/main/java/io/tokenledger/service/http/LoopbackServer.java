package io.tokenledger.service.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that this process has for itself, on a free port of the loopback address. */
public final class LoopbackServer {

  public static final String HOST = "127.0.0.1";

  private static final int PATIENCE_SECONDS = 10;

  private LoopbackServer() {}

  /**
   * Blocks until it listens.
   *
   * @param options whose host and port are set here
   * @return the port
   * @throws IllegalStateException when it does not listen in time
   */
  public static int listen(
      Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> requests) {
    try {
      return vertx
          .createHttpServer(options.setHost(HOST).setPort(0))
          .requestHandler(requests)
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .actualPort();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("No port of " + HOST + " could be opened.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
