package io.tokenledger.ingest.intake.http;

import static io.restassured.RestAssured.given;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The forms and codings in which {@code POST /v1/events} takes events. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class EventFormsIT {

  private static final String NDJSON = "application/x-ndjson";

  private final String org = "org-" + UUID.randomUUID();
  private final String token = TestTokens.token("gateway", Map.of(org, "admin"), "events:write");

  @Test
  void whicheverWayItIsPackedItIsTheSameEvent() {
    post("application/json", "gzip", Packed.gzip(event("a"))).statusCode(202);
    post("application/json", "zstd", Packed.zstd(event("b"))).statusCode(202);
    post(NDJSON, "x-gzip", Packed.gzip(event("c") + "\n" + event("d"))).statusCode(202);
    post("application/json; charset=UTF-8", null, bytes(event("e"))).statusCode(202);
    assertRecorded("a", "b", "c", "d", "e");
  }

  @Test
  void eachLineIsJudgedForItself() {
    String body = event("a") + "\r\n\n{nope\n" + event("b") + "\n[]\n{\"eventId\":\"c\"}\n";
    post(NDJSON, null, bytes(body))
        .statusCode(202)
        .body("accepted", equalTo(2))
        .body("rejected.size()", equalTo(3))
        .body("rejected[0].index", equalTo(2))
        .body("rejected[0].eventId", nullValue())
        .body("rejected[0].code", equalTo("not_json"))
        .body("rejected[1].index", equalTo(4))
        .body("rejected[1].code", equalTo("not_an_object"))
        .body("rejected[2].eventId", equalTo("c"))
        .body("rejected[2].code", equalTo("missing_field"));
    assertRecorded("a", "b");

    post(NDJSON, null, bytes("{nope\n")).statusCode(400).body("rejected.size()", equalTo(1));
    post(NDJSON, null, bytes("\n \n")).statusCode(400).body("detail", containsString("1 to 1000"));
    post(NDJSON, null, bytes("{}\n".repeat(1_001))).statusCode(400);
    post(NDJSON, null, bytes("{}\n".repeat(1_000)))
        .statusCode(400)
        .body("rejected.size()", equalTo(1_000));
  }

  @Test
  void cloudEventsComeAloneTogetherOrInHeaders() {
    post("application/cloudevents+json", null, bytes(cloudEvent("a"))).statusCode(202);
    String batch = "[" + cloudEvent("b") + "," + cloudEvent("c").replace("usage", "other") + "]";
    post("application/cloudevents-batch+json", null, bytes(batch))
        .statusCode(202)
        .body("accepted", equalTo(1))
        .body("rejected[0].code", equalTo("unsupported_type"));
    request("application/json")
        .header("ce-specversion", "1.0")
        .header("ce-type", "llm.usage.v1")
        .header("ce-source", "/gateways/1")
        .header("ce-id", "%C3%BC+1")
        .header("ce-subject", org)
        .body("{\"provider\":\"openai\",\"model\":\"gpt-4o\"}".getBytes(StandardCharsets.UTF_8))
        .post("/v1/events")
        .then()
        .statusCode(202);
    assertRecorded("a", "b", "ü+1");
  }

  @Test
  void anotherTypeIsToldWhichAreTaken() {
    post("text/plain", null, bytes(event("a")))
        .statusCode(415)
        .contentType("application/problem+json")
        .header("Accept", containsString("application/x-ndjson"))
        .body("code", equalTo("unsupported_media_type"))
        .body("detail", containsString("application/cloudevents-batch+json"));
  }

  @Test
  void anotherCodingIsToldWhichAreTaken() {
    post("application/json", "br", bytes(event("a")))
        .statusCode(415)
        .header("Accept-Encoding", "gzip, zstd")
        .body("detail", containsString("gzip and zstd"));
    post("application/json", null, Packed.gzip(event("a")))
        .statusCode(415)
        .header("Accept-Encoding", "gzip, zstd")
        .body("detail", containsString("is packed with gzip"));
    post("application/json", "gzip", bytes(event("a")))
        .statusCode(400)
        .body("detail", containsString("is not gzip"));
  }

  @Test
  void noMoreThanFiveMebibytesAreUnpacked() {
    String most = "[" + event("a") + " ".repeat(5 * 1024 * 1024 - event("a").length() - 2) + "]";
    post("application/json", "gzip", Packed.gzip(most)).statusCode(202);
    post("application/json", "zstd", Packed.zstd(most + " "))
        .statusCode(413)
        .body("detail", containsString("5120 KiB at most when it is unpacked"));
    post("application/json", "gzip", Packed.gzip(new byte[50 * 1024 * 1024])).statusCode(413);
  }

  @Test
  void aCopyThatWritesItsTimeOtherwiseIsADuplicate() {
    String at = event("a").replace("}", ",\"occurredAt\":\"%s\"}");
    for (String time : new String[] {"00:00Z", "00:00+00:00", "00:00.000Z"}) {
      post("application/json", null, bytes(at.formatted("2026-10-01T00:" + time))).statusCode(202);
    }
    post("application/json", null, bytes(event("last"))).statusCode(202);
    assertRecorded("a", "last");
  }

  private void assertRecorded(String... ids) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(usageOf(org))
                    .extracting(RecordedUsage::eventId)
                    .containsExactlyInAnyOrder(ids));
  }

  private ValidatableResponse post(String type, String coding, byte[] body) {
    RequestSpecification request = request(type);
    if (coding != null) {
      request.header("Content-Encoding", coding);
    }
    return request.body(body).post("/v1/events").then();
  }

  private RequestSpecification request(String type) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(NDJSON, io.restassured.http.ContentType.BINARY)))
        .auth()
        .oauth2(token)
        .contentType(type);
  }

  private String event(String id) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\",\"provider\":\"OpenAI\",\"model\":\"gpt-4o\"}"
        .formatted(id, org);
  }

  private String cloudEvent(String id) {
    return """
    {"specversion":"1.0","type":"llm.usage.v1","source":"/x","id":"%s","subject":"%s",\
    "time":"2026-11-01T00:00:00Z","data":{"provider":"openai","model":"gpt-4o"}}\
    """
        .formatted(id, org);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
