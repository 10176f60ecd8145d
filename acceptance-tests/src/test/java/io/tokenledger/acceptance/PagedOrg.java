package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An org whose calls are looked at on the page. */
final class PagedOrg {

  static final String MODEL = "page-model";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RunningLedger ledger;
  private final String orgId;

  PagedOrg(RunningLedger ledger, String orgId) {
    this.ledger = ledger;
    this.orgId = orgId;
  }

  /** Makes who signs in a member. */
  void join(String role) {
    ledger
        .command()
        .run("token", "--user", RunningLedger.SIGN_IN_USER, "--org", orgId, "--role", role);
  }

  /** Everyone's price, in dollars per million tokens. */
  void setPrice(String input, String output) {
    String body = "{\"rates\":{\"input\":\"%s\",\"output\":\"%s\"}}".formatted(input, output);
    Api api = ledger.api();
    Api.Answer answer =
        api.call(
            Component.PRICING_SERVICE, "PUT", "/v1/prices/house/" + MODEL, api.superadmin(), body);
    assertThat(answer.status()).isEqualTo(201);
  }

  String call(String id, String feature, long input, long output) {
    return call(id, feature, input, output, "page-" + id);
  }

  String call(String id, String feature, long input, long output, String conversation) {
    return """
        {"eventId":"%s","orgId":"%s","userId":"%s","provider":"house","modelName":"%s",\
        "feature":"%s","inputTokens":%d,"outputTokens":%d,"conversationId":"%s"}"""
        .formatted(
            id, orgId, RunningLedger.SIGN_IN_USER, MODEL, feature, input, output, conversation);
  }

  /** Of a model that has a listed price for what is read from a cache. */
  String cachedCall(String id, long input, long cacheRead) {
    return """
        {"eventId":"%s","orgId":"%s","userId":"%s","provider":"anthropic","modelName":"claude-sonnet-4-5",\
        "inputTokens":%d,"cacheReadTokens":%d,"outputTokens":900,"reasoningTokens":700,\
        "durationMs":3100,"metadata":{"storyId":"a-story-whose-name-is-longer-than-a-line-of-a-phone"}}"""
        .formatted(id, orgId, RunningLedger.SIGN_IN_USER, input, cacheRead);
  }

  /** To Kafka; returns when all are in the log and in the sums. */
  void send(String... calls) throws IOException {
    long before = requests();
    Path file = Files.write(Files.createTempFile("calls", ".ndjson"), List.of(calls));
    ledger.command().run("send", "--file", file.toString());
    Files.delete(file);
    await().atMost(PATIENCE).until(() -> requests() == before + calls.length);
  }

  /** In dollars, of the newest call with this feature. */
  String costOfNewest(String feature) {
    Api.Answer answer = analytics("details?limit=1&feature=" + feature);
    return answer.json().path("logs").path(0).path("costUsd").asText();
  }

  private long requests() {
    return analytics("summary?period=today").json().at("/totals/requestCount").asLong();
  }

  private Api.Answer analytics(String report) {
    Api api = ledger.api();
    return api.get(
        Component.USAGE_QUERY, "/orgs/" + orgId + "/analytics/" + report, api.superadmin());
  }
}
