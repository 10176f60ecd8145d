package io.tokenledger.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the dashboard is off, there is nothing of it. */
class DashboardRoutesTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app", "/app/", "/app/config.json", "/app/assets/x.js"})
  void offIsNotThere(String path) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Router router = Router.router(vertx);
      new DashboardRoutes(Settings.of(Map.of("enabled", "false"))).register(router);
      router.get("/app/config.json").handler(request -> request.end("{}"));
      HttpServer server =
          vertx
              .createHttpServer()
              .requestHandler(router)
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);
      URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
    } finally {
      vertx.close();
    }
  }
}
