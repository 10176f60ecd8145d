package io.tokenledger.prices.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.prices.sync.feed.FeedClient.HostLookup;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against a server that does what servers do, and worse. The name {@code list.test} leads to it.
 */
class FeedClientTest {

  private static final int MAX_BYTES = 10_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final HostLookup LOCAL =
      host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};

  private static final AtomicInteger OPEN = new AtomicInteger();
  private static final AtomicInteger PRIVATE_HITS = new AtomicInteger();
  private static Vertx vertx;
  private static HttpServer server;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    server =
        vertx
            .createHttpServer()
            .connectionHandler(
                connection -> {
                  OPEN.incrementAndGet();
                  connection.closeHandler(unused -> OPEN.decrementAndGet());
                })
            .requestHandler(FeedClientTest::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aListArrivesWhole() {
    assertThat(get("/list?a=b")).isEqualTo("{\"path\":\"/list?a=b\",\"host\":\"list.test\"}");
  }

  @Test
  void aListOfExactlyTheLimitArrives() {
    assertThat(get("/exactly-the-limit")).hasSize(MAX_BYTES);
  }

  @ParameterizedTest
  @CsvSource({
    "/silent, TIMEOUT",
    "/drip, TIMEOUT",
    "/half-then-silent, TIMEOUT",
    "/endless, TOO_LARGE",
    "/announced-huge, TOO_LARGE",
    "/one-byte-too-many, TOO_LARGE",
    "/truncated, CUT_OFF",
    "/truncated-chunks, CUT_OFF",
    "/redirect, REDIRECT",
    "/redirect-to-private, REDIRECT",
    "/not-modified, REDIRECT",
    "/error, HTTP_STATUS",
    "/missing, HTTP_STATUS",
    "/no-content, HTTP_STATUS",
    "/html, CONTENT_TYPE",
    "/no-type, CONTENT_TYPE",
    "/hang-up, UNREACHABLE"
  })
  void everyMisbehaviourHasItsReasonAndEndsTheConnection(String path, SyncFailure reason) {
    assertFails(client(LOCAL, true), url(path), reason);
    Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> OPEN.get() == 0);
    assertThat(PRIVATE_HITS).hasValue(0);
  }

  @Test
  void aPrivateAddressIsNotAskedAtAll() {
    int before = OPEN.get();
    assertFails(client(LOCAL, false), url("/private"), SyncFailure.ADDRESS_REFUSED);
    assertThat(OPEN).hasValue(before);
    assertThat(PRIVATE_HITS).hasValue(0);
  }

  @Test
  void onePrivateAddressAmongOthersIsEnough() {
    HostLookup mixed =
        host ->
            new InetAddress[] {
              InetAddress.getByName("1.1.1.1"), InetAddress.getByName("169.254.169.254")
            };
    assertFails(client(mixed, false), url("/private"), SyncFailure.ADDRESS_REFUSED);
  }

  @Test
  void theNameIsLookedUpOnceSoThatASecondAnswerLeadsNowhere() {
    AtomicInteger lookups = new AtomicInteger();
    HostLookup counting =
        host -> {
          lookups.incrementAndGet();
          return LOCAL.addressesOf(host);
        };
    assertThat(body(client(counting, true), url("/list"))).contains("list.test");
    assertThat(lookups).hasValue(1);
  }

  @Test
  void aHostWithoutAnAddressIsToldSo() {
    HostLookup none =
        host -> {
          throw new UnknownHostException(host);
        };
    assertFails(client(none, true), url("/list"), SyncFailure.ADDRESS_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d/private", "http://[::1]:%d/private"})
  void anAddressInTheUrlIsNoWayAround(String url) {
    HostLookup system = InetAddress::getAllByName;
    URI literal = URI.create(url.formatted(server.actualPort()));
    assertFails(client(system, false), literal, SyncFailure.ADDRESS_REFUSED);
    assertThat(PRIVATE_HITS).hasValue(0);
  }

  private static void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Type", "application/json; charset=utf-8");
    switch (request.path()) {
      case "/silent" -> {}
      case "/drip" -> {
        response.setChunked(true);
        long timer = vertx.setPeriodic(50, unused -> response.write(" "));
        response.closeHandler(unused -> vertx.cancelTimer(timer));
      }
      case "/half-then-silent" -> response.putHeader("Content-Length", "100").write("{");
      case "/endless" -> endless(response.setChunked(true));
      case "/announced-huge" -> response.putHeader("Content-Length", "99999999999").write("{");
      case "/exactly-the-limit" -> response.end(Buffer.buffer(new byte[MAX_BYTES]));
      case "/one-byte-too-many" ->
          response.setChunked(true).end(Buffer.buffer(new byte[MAX_BYTES + 1]));
      case "/truncated" ->
          response
              .putHeader("Content-Length", "100")
              .write("{\"data\":[")
              .onComplete(unused -> request.connection().close());
      case "/truncated-chunks" ->
          response
              .setChunked(true)
              .write("{\"data\":[")
              .onComplete(unused -> request.connection().close());
      case "/redirect" -> response.setStatusCode(302).putHeader("Location", "/list").end();
      case "/redirect-to-private" ->
          response
              .setStatusCode(307)
              .putHeader("Location", "http://127.0.0.1:" + server.actualPort() + "/private")
              .end();
      case "/not-modified" -> response.setStatusCode(304).end();
      case "/error" -> response.setStatusCode(500).end("{}");
      case "/missing" -> response.setStatusCode(404).end("{}");
      case "/no-content" -> response.setStatusCode(204).end();
      case "/html" -> response.putHeader("Content-Type", "text/html").end("<html></html>");
      case "/no-type" -> {
        response.headers().remove("Content-Type");
        response.end("{}");
      }
      case "/hang-up" -> request.connection().close();
      case "/private" -> {
        PRIVATE_HITS.incrementAndGet();
        response.end("{}");
      }
      default ->
          response.end(
              "{\"path\":\"%s\",\"host\":\"%s\"}"
                  .formatted(request.uri(), request.authority().host()));
    }
  }

  private static void endless(HttpServerResponse response) {
    response
        .write(Buffer.buffer(new byte[1_000]))
        .onSuccess(unused -> vertx.runOnContext(again -> endless(response)));
  }

  private static FeedClient client(HostLookup lookup, boolean allowPrivate) {
    return new FeedClient(vertx, lookup, TIMEOUT, MAX_BYTES, allowPrivate, new HttpClientOptions());
  }

  private static String get(String path) {
    return body(client(LOCAL, true), url(path));
  }

  private static String body(FeedClient client, URI url) {
    byte[] body = client.get(url).await().atMost(Duration.ofSeconds(10));
    return new String(body, StandardCharsets.UTF_8);
  }

  private static void assertFails(FeedClient client, URI url, SyncFailure reason) {
    assertThatThrownBy(() -> body(client, url))
        .isInstanceOfSatisfying(
            SyncFailedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static URI url(String path) {
    return URI.create("http://list.test:" + server.actualPort() + path);
  }
}
