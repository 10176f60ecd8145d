package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.sql.Joins;
import io.tokenledger.acceptance.sql.StatementLog;
import io.tokenledger.local.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the tables are distributed by org, rows meet within their org only. */
class DistributedJoinsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ORG = "joins";
  private static final String MODEL = "house/joins-1";

  private final RunningLedger ledger = RunningLedger.shared();
  private final Api api = ledger.api();
  private final String today = LocalDate.now(ZoneOffset.UTC).toString();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT FROM raw.usage_event e JOIN rollup.conversation_usage c USING (conversation_id)",
        "SELECT FROM truth t FULL JOIN rolled r USING (usage_date) WHERE t.org_id = $1",
        "DELETE FROM a WHERE org_id = $1 AND NOT EXISTS (SELECT FROM b WHERE (b.k) = (a.k))"
      })
  void aJoinByAnythingElseIsFound(String statement) {
    assertThat(Joins.notByOrg(statement, Set.of())).hasSize(1);
  }

  @Test
  void everyStatementJoinsByOrg(@TempDir Path folder) throws Exception {
    Path log = ledger.data().log("postgres");
    try (StatementLog asked = StatementLog.open(ledger.access().database(), log)) {
      askEverythingThatJoins(folder);
      List<String> statements = asked.statements();
      for (String join :
          List.of(
              "LEFT JOIN rollup.counted_source",
              "AS a (event_key, org_id, sequence, revision_before, revision_after)",
              "FULL JOIN rolled",
              "USING changed c",
              "LEFT JOIN access.org_member")) {
        assertThat(statements).as("asked").anyMatch(statement -> statement.contains(join));
      }
      Set<String> everywhere = DistributionIT.documented(DistributionIT.EVERYWHERE);
      assertThat(statements)
          .allSatisfy(statement -> assertThat(Joins.notByOrg(statement, everywhere)).isEmpty());
    }
  }

  private void askEverythingThatJoins(Path folder) throws Exception {
    Path events = Files.write(folder.resolve("events"), List.of(event("one"), event("one")));
    ledger.command().run("send", "--file", events.toString());
    await().atMost(PATIENCE).until(() -> usage().contains("\"unpricedRequests\":1"));
    ledger.command().run("send", "--file", events.toString());
    String price =
        "{\"rates\":{\"input\":\"2\",\"output\":\"0\"},\"effectiveFrom\":\"1970-01-01T00:00:00Z\"}";
    call(Component.PRICING_SERVICE, "PUT", "/v1/prices/house/" + MODEL, price);
    await().atMost(PATIENCE).until(() -> usage().contains("\"estimatedCostMicros\":2000"));
    String rebuild =
        "{\"orgId\":\"%1$s\",\"from\":\"%2$s\",\"to\":\"%2$s\",\"reason\":\"joins\"}"
            .formatted(ORG, today);
    call(Component.USAGE_AGGREGATOR, "POST", "/v1/rollups/rebuilds", rebuild);
    await()
        .atMost(PATIENCE)
        .until(
            () -> get(Component.USAGE_AGGREGATOR, "/v1/rollups/rebuilds"),
            runs -> !runs.contains("\"finishedAt\":null"));
    get(Component.USAGE_AGGREGATOR, "/v1/rollups/drift?orgId=" + ORG);
    String analytics = "/orgs/" + ORG + "/analytics/";
    get(Component.USAGE_QUERY, analytics + "top-users");
    get(Component.USAGE_QUERY, analytics + "summary?tz=Asia/Kolkata");
    get(Component.USAGE_QUERY, analytics + "tags/storyId/s");
    get(Component.USAGE_QUERY, analytics + "details?tz=Asia/Kolkata");
    get(Component.USAGE_QUERY, "/orgs/" + ORG + "/conversations");
    get(Component.USAGE_QUERY, "/platform/orgs");
    get(Component.USAGE_QUERY, "/conversations/c/usage");
  }

  private String event(String id) {
    return """
        {"eventId":"%s","orgId":"%s","userId":"u","provider":"house","modelName":"%s",\
        "inputTokens":1000,"conversationId":"c","metadata":{"storyId":"s"}}"""
        .formatted(id, ORG, MODEL);
  }

  private String usage() {
    return get(Component.USAGE_QUERY, "/orgs/" + ORG + "/analytics/usage");
  }

  private String get(Component service, String path) {
    return call(service, "GET", path, "");
  }

  private String call(Component service, String method, String path, String body) {
    Api.Answer answer = api.call(service, method, path, api.superadmin(), body);
    assertThat(answer.status()).as(path + " " + answer.json()).isBetween(200, 299);
    return answer.json().toString();
  }
}
