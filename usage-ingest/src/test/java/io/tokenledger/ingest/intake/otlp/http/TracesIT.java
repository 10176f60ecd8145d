package io.tokenledger.ingest.intake.otlp.http;

import static io.restassured.RestAssured.given;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.intake.otlp.OtlpJson;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import io.tokenledger.service.testing.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/traces}, from an exporter's request to what the ledger counts. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class TracesIT {

  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";

  private final String org = "org-" + UUID.randomUUID();

  @BeforeAll
  static void directory() {
    OtherSchemas.migrate();
  }

  /** As an exporter that got no answer does; another encoding or path makes no other event. */
  @Test
  void eachCallIsRecordedOnceHoweverOftenAndInWhateverFormItIsSent() throws IOException {
    String token = TestApiTokens.token(org, "events:write");
    byte[] protobuf = golden("vercel-ai-6.pb");
    byte[] json = golden("vercel-ai-6.json");
    Response first =
        post(bearer(token).header("Content-Encoding", "gzip"), PROTOBUF, gzip(protobuf));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.contentType()).isEqualTo(PROTOBUF);
    assertThat(first.asByteArray()).isEmpty();
    post(bearer(token), JSON, json).then().statusCode(200).body("size()", equalTo(0));
    bearer(token).contentType(JSON).body(json).put("/v1/traces").then().statusCode(200);
    basic(token)
        .contentType(JSON)
        .body(json)
        .post("/api/public/otel/v1/traces")
        .then()
        .statusCode(200);
    post(bearer(token).header("X-Test-Connection", "true"), JSON, new byte[0])
        .then()
        .statusCode(200);

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(usageOf(org)).hasSize(6));
    // What comes after the copies is recorded after they were dropped.
    post(bearer(token), JSON, golden("documented-openai-agents.json")).then().statusCode(200);
    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(usageOf(org)).hasSize(7));
    TokenCounts claude = tokensOf("claude-sonnet-4-5");
    assertThat(List.of(claude.input(), claude.output())).isEqualTo(List.of(1700L, 60L));
  }

  @Test
  void whatShouldCountAndCannotIsNamedInTheFormOfTheRequest() throws IOException {
    String token = TestApiTokens.token(org, "events:write");
    String json = new String(golden("documented-openrouter.json"), StandardCharsets.UTF_8);
    byte[] nameless =
        json.replace("gen_ai.request.model", "a")
            .replace("gen_ai.response.model", "b")
            .getBytes(StandardCharsets.UTF_8);
    post(bearer(token), JSON, nameless)
        .then()
        .statusCode(200)
        .body("partialSuccess.rejectedSpans", equalTo("1"))
        .body("partialSuccess.errorMessage", containsString("gen_ai.response.model is required"));
    byte[] answer = post(bearer(token), PROTOBUF, OtlpJson.toProtobuf(nameless)).asByteArray();
    ExportTraceServiceResponse told = ExportTraceServiceResponse.parseFrom(answer);
    assertThat(told.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
    assertThat(told.getPartialSuccess().getErrorMessage()).contains("model is required");
  }

  @Test
  void anExportThatCannotBeReadIsToldSoAndNotSentAgain() {
    RequestSpecification sender = bearer(TestApiTokens.token(org, "events:write"));
    post(sender, JSON, "{".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .contentType(JSON)
        .body("code", equalTo(3))
        .body("message", containsString("not well-formed JSON"));
    Response protobuf = post(sender, PROTOBUF, new byte[] {0x0a, 0x7f});
    assertThat(protobuf.statusCode()).isEqualTo(400);
    assertThat(protobuf.contentType()).isEqualTo(PROTOBUF);
    assertThat(protobuf.asString()).contains("no ExportTraceServiceRequest");
    post(sender, "text/plain", new byte[1]).then().statusCode(415);
    post(sender.header("Content-Encoding", "gzip"), JSON, new byte[] {1, 2}).then().statusCode(400);
  }

  @Test
  void whatUnpacksBeyondTheBoundIsTooLarge() throws IOException {
    RequestSpecification sender = bearer(TestApiTokens.token(org, "events:write"));
    byte[] bomb = gzip(new byte[64 * 1024 * 1024]);
    post(sender.header("Content-Encoding", "gzip"), PROTOBUF, bomb).then().statusCode(413);
  }

  @Test
  void brokenBodiesAreNeverAMistakeOfOurs() throws IOException {
    String token = TestApiTokens.token(org, "events:write");
    byte[] packed = gzip(golden("vercel-ai-7.pb"));
    Random random = new Random(13);
    for (int i = 0; i < 100; i++) {
      byte[] broken = packed.clone();
      broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      RequestSpecification sender = bearer(token).header("Content-Encoding", "gzip");
      assertThat(post(sender, i % 2 == 0 ? PROTOBUF : JSON, broken).statusCode()).isIn(200, 400);
    }
  }

  @Test
  void theTokenSaysWhoseUsageItIs() throws IOException {
    byte[] json = golden("documented-openai-agents.json");
    post(given(), JSON, json).then().statusCode(401);
    post(bearer(TestApiTokens.token(org, "analytics:read")), JSON, json).then().statusCode(403);
    String one = TestTokens.token("sdk", Map.of(org, "admin"), "events:write");
    post(bearer(one), JSON, json).then().statusCode(200);
    String two = TestTokens.token("sdk", Map.of(org, "admin", "b", "admin"), "events:write");
    post(bearer(two), JSON, json)
        .then()
        .statusCode(403)
        .body("message", containsString("Spans name no org"));
    basic("tl_" + "A".repeat(43))
        .contentType(JSON)
        .body(json)
        .post("/v1/traces")
        .then()
        .statusCode(401);
    given()
        .header("Authorization", "Basic *")
        .contentType(JSON)
        .body(json)
        .post("/v1/traces")
        .then()
        .statusCode(401);
  }

  private TokenCounts tokensOf(String model) {
    return usageOf(org).stream()
        .filter(usage -> usage.call().modelName().equals(model))
        .map(RecordedUsage::tokens)
        .findFirst()
        .orElseThrow();
  }

  private static RequestSpecification bearer(String token) {
    return given().auth().oauth2(token);
  }

  private static RequestSpecification basic(String token) {
    byte[] pair = ("x:" + token).getBytes(StandardCharsets.US_ASCII);
    return given().header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static Response post(RequestSpecification sender, String type, byte[] body) {
    return sender.contentType(type).body(body).post("/v1/traces");
  }

  private static byte[] golden(String file) throws IOException {
    try (InputStream in = TracesIT.class.getResourceAsStream("/otlp/" + file)) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }
}
