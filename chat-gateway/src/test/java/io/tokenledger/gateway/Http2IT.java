package io.tokenledger.gateway;

import static io.tokenledger.gateway.support.GatewayCall.chat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.RawClient;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Script.End;
import io.tokenledger.gateway.support.ScriptedUpstream;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.local.identity.ServerCertificate;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP/2 on either side: many calls on one connection, by TLS and without. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class Http2IT extends GatewayTest {

  private static final int STREAMS = 30;
  private static final long STREAM_MILLIS = 1000;
  private static final String CHUNK =
      "data: {\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n";
  private static final String USAGE =
      "data: {\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,"
          + "\"completion_tokens\":6,\"total_tokens\":11}}\n\n";
  private static final String DONE = "data: [DONE]\n\n";

  private final ExecutorService clients = Executors.newCachedThreadPool();

  @TestHTTPResource(value = "/", tls = true)
  URI secure;

  @AfterEach
  void endClients() {
    clients.shutdown();
  }

  @Test
  void callsAndStreamsShareAConnection() {
    upstream.script(
        script,
        Script.json("{\"model\":\"m\",\"usage\":{\"prompt_tokens\":5,\"total_tokens\":5}}"));
    assertThat(chat(key, script, "h2-1", false).send().statusCode()).isEqualTo(200);
    upstream.script(script, Script.events(CHUNK, CHUNK, USAGE, DONE));
    IntStream.range(0, STREAMS).parallel().forEach(i -> streamOnce("h2-1"));
    assertThat(upstream.seen(script)).hasSize(STREAMS + 1);
    assertThat(upstream.seen(script)).allMatch(seen -> seen.version().equals("HTTP_2"));
    assertThat(upstream.seen(script).stream().map(seen -> seen.connection()).distinct())
        .hasSizeLessThan(STREAMS / 2);
    assertThat(Told.of(org, STREAMS + 1))
        .filteredOn(event -> event.path("rawUsage").findPath("total_tokens").asInt() == 11)
        .hasSize(STREAMS);
  }

  private void streamOnce(String model) {
    String body = chat(key, script, model, true).text().body();
    assertThat(body.replace(": keep-alive\n\n", "")).isEqualTo(CHUNK + CHUNK + DONE);
  }

  /** The stream is ended, and the connection stays for the others. */
  @Test
  void oneThatIsBrokenOffLeavesTheOthersAlone() throws IOException {
    upstream.script(script, Script.events(CHUNK).ending(End.HANG));
    upstream.script(script + "-slow", Script.events(CHUNK).then(1500, USAGE).then(DONE));
    try (RawClient slow = RawClient.chat(key, script + "-slow", "h2-cancels-1")) {
      slow.readUntil("word ");
      try (RawClient leaves = RawClient.chat(key, script, "h2-cancels-1")) {
        leaves.readUntil("word ");
      }
      await().atMost(Duration.ofSeconds(2)).until(() -> seen().isReset());
      assertThat(slow.readUntil("0\r\n\r\n")).contains("[DONE]");
    }
    assertThat(Told.of(org, 2))
        .extracting(event -> event.path("usageSource").asText())
        .containsExactlyInAnyOrder("estimated", "reported");
  }

  /** A connection takes four of them; the others have some of their own, and wait for nobody. */
  @Test
  void byTlsStreamsWaitForNoOther() {
    upstream.script(script, Script.events(CHUNK, CHUNK).then(STREAM_MILLIS, USAGE).then(DONE));
    int connections = 3;
    int streams = connections * ScriptedUpstream.SECURE_STREAMS;
    CompletableFuture<?>[] calls =
        IntStream.range(0, streams)
            .mapToObj(i -> CompletableFuture.runAsync(() -> streamOnce("tls-1"), clients))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(calls).join();
    assertThat(upstream.seen(script)).hasSize(streams);
    assertThat(upstream.seen(script)).allMatch(seen -> seen.version().equals("HTTP_2"));
    assertThat(upstream.seen(script).stream().map(seen -> seen.connection()).distinct())
        .hasSizeGreaterThanOrEqualTo(connections);
    assertThat(Told.of(org, streams)).hasSize(streams);
  }

  @Test
  void anUpstreamWhoseCertificateNobodySignedIsNotCalled() {
    upstream.script(script, Script.json("{}"));
    HttpResponse<String> answer = chat(key, script, "tls-unknown-1", false).text();
    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(upstream.seen(script)).isEmpty();
    assertThat(Told.now(org)).isEmpty();
  }

  @Test
  void clientsComeByTlsAndHttp2AsWell() throws Exception {
    upstream.script(script, Script.events(CHUNK, CHUNK, USAGE, DONE));
    HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
    HttpRequest request =
        HttpRequest.newBuilder(secure.resolve("/v1/chat/completions"))
            .header("authorization", "Bearer " + key)
            .header(ScriptedUpstream.HEADER, script)
            .header("X-Tokenledger-Usage", "include")
            .POST(BodyPublishers.ofString("{\"model\":\"gpt-x\",\"stream\":true,\"messages\":[]}"))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.body()).startsWith(CHUNK + CHUNK).contains(": token_usage ").endsWith(DONE);
    assertThat(Told.of(org, 1).get(0).path("rawUsage").findPath("total_tokens").asInt())
        .isEqualTo(11);
  }

  private static SSLContext trusting() throws Exception {
    ServerCertificate certificate = GatewayProfile.certificate();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(certificate.keyStore())) {
      store.load(file, certificate.password().toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("gateway", store.getCertificate(store.aliases().nextElement()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void anUpstreamThatResetsAStreamIsNotTakenForTheEnd() throws IOException {
    upstream.script(script, Script.events(CHUNK).ending(End.RESET_STREAM));
    try (RawClient client = RawClient.chat(key, script, "h2-1")) {
      assertThat(client.readToEnd()).contains("word ").doesNotEndWith("0\r\n\r\n");
    }
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("errorMessage").asText()).startsWith("upstream_broke: ");
  }
}
