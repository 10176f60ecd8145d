package io.tokenledger.ingest.intake.litellm;

import static io.restassured.RestAssured.given;
import static io.tokenledger.ingest.intake.litellm.LiteLlmPayloads.chat;
import static io.tokenledger.ingest.support.LedgerClient.usageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.ingest.intake.http.Packed;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestApiTokens;
import io.tokenledger.service.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code POST /v1/intake/litellm}. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class LiteLlmIntakeIT {

  private final String org = "org-" + UUID.randomUUID();

  @BeforeAll
  static void directory() {
    OtherSchemas.migrate();
  }

  @Test
  void allItsFormsAreCountedAndWhatIsNotIsTold() {
    String token = TestApiTokens.token(org, "events:write");
    post(token, bytes(chat("single").toString())).statusCode(200).body("accepted", equalTo(1));
    String read = chat("read").put("call_type", "aget_responses").toString();
    post(token, bytes("[" + chat("array") + ",null," + read + "]"))
        .statusCode(200)
        .body("accepted", equalTo(1))
        .body("notCounted.not_billed", equalTo(1))
        .body("rejected.not_an_object", equalTo(1))
        .body("details[0].index", equalTo(1))
        .body("details[1].id", equalTo("read"));
    post(token, bytes(chat("line") + "\n{nope\n" + chat("last")))
        .statusCode(200)
        .body("accepted", equalTo(2))
        .body("rejected.not_json", equalTo(1));
    given()
        .auth()
        .oauth2(token)
        .header("Content-Encoding", "gzip")
        .contentType("application/json")
        .body(Packed.gzip(chat("packed").toString()))
        .post("/v1/intake/litellm")
        .then()
        .statusCode(200);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(usageOf(org))
                    .extracting(RecordedUsage::eventId)
                    .containsExactlyInAnyOrder(
                        "litellm:single",
                        "litellm:array",
                        "litellm:line",
                        "litellm:last",
                        "litellm:packed"));
  }

  @Test
  void whatMakesNoSenseIsAnError() {
    String token = TestApiTokens.token(org, "events:write");
    post(token, bytes("{\"kwargs\":{}}"))
        .statusCode(400)
        .body("details[0].detail", containsString("StandardLoggingPayload"));
    post(token, bytes("nope")).statusCode(400).body("rejected.not_json", equalTo(1));
    post(token, bytes("[]"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("at least one"));
    post(token, Packed.gzip("{}")).statusCode(415).header("Accept-Encoding", "gzip, zstd");
  }

  @Test
  void anApiTokenNamesTheOrg() {
    post(TestApiTokens.token(org, "analytics:read"), bytes("[]")).statusCode(403);
    post(TestTokens.token("ann", "events:write"), bytes(chat("a").toString()))
        .statusCode(403)
        .body("detail", containsString("API token"));
    post("garbage", bytes("[]")).statusCode(401);
  }

  /** LiteLLM says JSON of all its forms. */
  private static ValidatableResponse post(String token, byte[] body) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post("/v1/intake/litellm")
        .then();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
