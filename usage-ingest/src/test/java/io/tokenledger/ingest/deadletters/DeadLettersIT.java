package io.tokenledger.ingest.deadletters;

import static io.tokenledger.ingest.deadletters.DeadLetterApi.awaitLetters;
import static io.tokenledger.ingest.deadletters.DeadLetterApi.lettersOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** {@code GET /v1/dead-letters}. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class DeadLettersIT {

  private final String org = "org-" + UUID.randomUUID();

  @Test
  void aLetterIsShownWithEverythingThatIsKeptOfIt() {
    String event = "{\"eventId\":\"e\",\"orgId\":\"%s\",\"n\":1.10}".formatted(org);
    RecordMetadata sent =
        LedgerClient.send(event.getBytes(StandardCharsets.UTF_8), Map.of("traceparent", "00-1"));

    Map<String, Object> letter = awaitLetters(org, 1).get(0);
    assertThat(letter)
        .containsEntry("reason", "missing_field")
        .containsEntry("detail", "provider is required")
        .containsEntry("orgId", org)
        .containsEntry("sentAt", Instant.ofEpochMilli(sent.timestamp()).toString())
        .containsEntry("headers", Map.of("traceparent", "00-1"))
        .containsEntry("bytesBase64", null)
        .containsEntry("sizeBytes", event.length())
        .containsEntry("cut", false)
        .containsEntry("replayable", true)
        .containsEntry("replayedFrom", null);
    assertThat(letter.get("source"))
        .isEqualTo(
            Map.of(
                "topic",
                "usage.events",
                "partition",
                sent.partition(),
                "offset",
                (int) sent.offset()));
    assertThat(letter.get("event")).asString().contains(org);
    assertThat(Instant.parse((String) letter.get("deadLetteredAt")))
        .isAfterOrEqualTo(Instant.ofEpochMilli(sent.timestamp()));
  }

  @Test
  void pagesAreOldestFirstAndLoseNothing() {
    for (int i = 0; i < 7; i++) {
      LedgerClient.send(bad("e-" + i));
    }
    awaitLetters(org, 7);

    List<String> ids = new ArrayList<>();
    JsonPath page = DeadLetterApi.list(Map.of("orgId", org, "limit", 3));
    assertThat(page.getList("deadLetters")).hasSize(3);
    ids.addAll(page.getList("deadLetters.id"));
    while (page.getString("nextCursor") != null) {
      // What comes meanwhile is not part of this listing.
      LedgerClient.send(bad("later-" + ids.size()));
      String cursor = page.getString("nextCursor");
      page = DeadLetterApi.list(Map.of("orgId", org, "limit", 3, "cursor", cursor));
      ids.addAll(page.getList("deadLetters.id"));
    }
    assertThat(ids)
        .hasSize(7)
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(
            lettersOf(org).stream().map(l -> (String) l.get("id")).toList().subList(0, 7));
    List<String> times =
        DeadLetterApi.list(Map.of("orgId", org)).getList("deadLetters.deadLetteredAt");
    assertThat(times.stream().map(Instant::parse)).isSorted();
  }

  @Test
  void reasonAndTimesFilter() {
    LedgerClient.send(bad("e-1"));
    LedgerClient.send(bad("e-2").replace("}", ",\"provider\":7}"));
    String second = (String) awaitLetters(org, 2).get(1).get("deadLetteredAt");

    for (String reason : List.of("missing_field", "invalid_field")) {
      JsonPath found = DeadLetterApi.list(Map.of("orgId", org, "reason", reason));
      assertThat(found.getList("deadLetters.reason")).containsExactly(reason);
    }
    assertThat(
            DeadLetterApi.list(Map.of("orgId", org, "reason", "conflict")).getList("deadLetters"))
        .isEmpty();
    String after = Instant.parse(second).plusMillis(1).toString();
    assertThat(DeadLetterApi.list(Map.of("orgId", org, "from", after)).getList("deadLetters"))
        .isEmpty();
    assertThat(DeadLetterApi.list(Map.of("orgId", org, "to", after)).getList("deadLetters"))
        .hasSize(2);
  }

  @Test
  void whatIsNotJsonIsShownAsBytes() {
    RecordMetadata sent = LedgerClient.send("not json");
    RecordMetadata empty = LedgerClient.send(new ProducerRecord<>("usage.events", null), Map.of());

    Map<String, Object> letter = awaitLetterOf(sent);
    assertThat(letter).containsEntry("event", null).containsEntry("orgId", null);
    assertThat(Base64.getDecoder().decode((String) letter.get("bytesBase64")))
        .asString()
        .isEqualTo("not json");
    assertThat(awaitLetterOf(empty))
        .containsEntry("bytesBase64", null)
        .containsEntry("sizeBytes", 0);
  }

  @Test
  void aPageEndsAtItsBytesAndACutMessageSaysSo() {
    for (int i = 0; i < 10; i++) {
      LedgerClient.send(bad("x".repeat(1_000_000)));
    }
    RecordMetadata cut = LedgerClient.send(bad("x".repeat(3_000_000)));
    awaitLetters(org, 10);

    JsonPath page = DeadLetterApi.list(Map.of("orgId", org));
    assertThat(page.getList("deadLetters")).hasSize(9);
    assertThat(page.getString("nextCursor")).isNotNull();
    Map<String, Object> letter = awaitLetterOf(cut);
    assertThat(letter).containsEntry("replayable", false).containsEntry("reason", "too_large");
    assertThat(letter).containsEntry("cut", true);
    assertThat((int) letter.get("sizeBytes")).isGreaterThan(3_000_000);
  }

  @Test
  void aWrongParameterIsNamed() {
    String root = TestTokens.token("root", "superadmin");
    DeadLetterApi.list(root, Map.of("reason", "bad_luck"))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid_parameter"))
        .body("detail", containsString("too_large, not_json"))
        .body("detail", containsString("unstorable"));
    for (String limit : List.of("0", "1001", "-1", "x", "9999999999")) {
      DeadLetterApi.list(root, Map.of("limit", limit)).statusCode(400);
    }
    DeadLetterApi.list(root, Map.of("from", "yesterday"))
        .statusCode(400)
        .body("detail", containsString("'from'"));
    DeadLetterApi.list(root, Map.of("to", "2026-02-30T00:00:00Z")).statusCode(400);
    DeadLetterApi.list(root, Map.of("cursor", "abc")).statusCode(400);
    DeadLetterApi.list(root, Map.of("orgId", "a b")).statusCode(400);
    DeadLetterApi.list(root, Map.of("from", "9999-01-01T00:00:00Z"))
        .statusCode(200)
        .body("deadLetters.size()", equalTo(0));
  }

  @Test
  void onlyOperatorsSeeAndReplay() {
    for (String token :
        List.of(
            TestTokens.token("gateway", Map.of("acme", "owner"), "events:write"),
            TestTokens.token("ann"))) {
      DeadLetterApi.list(token, Map.of()).statusCode(403).body("code", equalTo("forbidden"));
      DeadLetterApi.replay(token, "{\"ids\":[\"0-0\"]}").statusCode(403);
    }
    RestAssured.get("/v1/dead-letters").then().statusCode(401);
    DeadLetterApi.list(TestTokens.token("root", "superadmin"), Map.of()).statusCode(200);
  }

  @Test
  void theDescriptionNamesBothEndpointsWithExamples() {
    JsonPath api = RestAssured.get("/openapi?format=json").jsonPath();
    assertThat(api.getString("paths.'/v1/dead-letters'.get.summary")).isNotBlank();
    assertThat(api.getMap("paths.'/v1/dead-letters'.get.responses")).containsKeys("400", "503");
    assertThat(
            api.getMap(
                "paths.'/v1/dead-letters/replay'.post.requestBody.content.'application/json'.examples"))
        .containsOnlyKeys("ids", "reason");
  }

  private String bad(String id) {
    return "{\"eventId\":\"%s\",\"orgId\":\"%s\"}".formatted(id, org);
  }

  private static Map<String, Object> awaitLetterOf(RecordMetadata source) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> letterOf(source), found -> !found.isEmpty());
  }

  private static Map<String, Object> letterOf(RecordMetadata source) {
    Map<String, Object> place =
        Map.of(
            "topic",
            source.topic(),
            "partition",
            source.partition(),
            "offset",
            (int) source.offset());
    Map<String, Object> parameters =
        Map.of("from", Instant.ofEpochMilli(source.timestamp()).toString(), "limit", 1000);
    JsonPath page = DeadLetterApi.list(parameters);
    while (true) {
      List<Map<String, Object>> letters = page.getList("deadLetters");
      for (Map<String, Object> letter : letters) {
        if (letter.get("source").equals(place)) {
          return letter;
        }
      }
      if (page.getString("nextCursor") == null) {
        return Map.of();
      }
      page = DeadLetterApi.list(Map.of("cursor", page.getString("nextCursor"), "limit", 1000));
    }
  }
}
