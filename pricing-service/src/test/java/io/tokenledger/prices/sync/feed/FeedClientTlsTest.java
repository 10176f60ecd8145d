package io.tokenledger.prices.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.prices.sync.feed.FeedClient.HostLookup;
import io.tokenledger.prices.sync.plan.SyncFailedException;
import io.tokenledger.prices.sync.plan.SyncFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to an address that was checked; the certificate must still be the host's. */
class FeedClientTlsTest {

  private static final String PASSWORD = "changeit";
  private static final HostLookup LOCAL =
      host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")};

  @TempDir static Path directory;

  private static Vertx vertx;
  private static HttpServer server;

  @BeforeAll
  static void start() throws Exception {
    makeCertificateOf("list.test");
    vertx = Vertx.vertx();
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(keys()))
            .requestHandler(
                request ->
                    request.response().putHeader("Content-Type", "application/json").end("{}"))
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
  void theHostsOwnCertificateIsAccepted() {
    HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(keys());
    assertThat(get("list.test", trusting)).isEqualTo("{}".getBytes());
  }

  @Test
  void anotherHostsCertificateIsNot() {
    HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(keys());
    assertRefused("other.test", trusting);
  }

  @Test
  void aCertificateOfNobodyIsNot() {
    assertRefused("list.test", new HttpClientOptions());
  }

  private static void assertRefused(String host, HttpClientOptions tls) {
    assertThatThrownBy(() -> get(host, tls))
        .isInstanceOfSatisfying(
            SyncFailedException.class,
            e -> assertThat(e.reason()).isEqualTo(SyncFailure.UNREACHABLE));
  }

  private static byte[] get(String host, HttpClientOptions tls) {
    FeedClient client = new FeedClient(vertx, LOCAL, Duration.ofSeconds(5), 1_000, true, tls);
    URI url = URI.create("https://" + host + ":" + server.actualPort() + "/list");
    return client.get(url).await().atMost(Duration.ofSeconds(10));
  }

  private static PfxOptions keys() {
    return new PfxOptions().setPath(store().toString()).setPassword(PASSWORD);
  }

  private static Path store() {
    return directory.resolve("keys.p12");
  }

  private static void makeCertificateOf(String host) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "list",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                store().toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
  }
}
