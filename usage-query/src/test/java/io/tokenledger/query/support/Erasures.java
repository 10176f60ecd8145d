package io.tokenledger.query.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** Has users erased, and does in the other schemas what their services would. */
public final class Erasures {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Days of raw events are made by the superuser here, as {@link LedgerRows} needs them. */
  private static final Map<String, String> OWNERS =
      Map.of(
          "raw", LedgerServers.superuser(),
          "rollup", "tokenledger_aggregator",
          "pricing", "tokenledger_pricing",
          "chat", "tokenledger_gateway",
          "access", "tokenledger_query");

  private Erasures() {}

  public static Api.Answer request(String orgId, String userId, String token) {
    return Api.call("POST", "/orgs/" + orgId + "/users/" + userId + "/erase", token);
  }

  /** The state of one that is done: of every schema. */
  public static JsonNode finish(String orgId, String pseudonym, String token) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              step();
              return state(orgId, pseudonym, token).path("state").asText().equals("done");
            });
    return state(orgId, pseudonym, token);
  }

  public static JsonNode state(String orgId, String pseudonym, String token) {
    return Api.get("/orgs/" + orgId + "/erasures/" + pseudonym, token).json();
  }

  /** A chunk in each schema, as the owner of its tables. */
  public static void step() throws SQLException {
    for (Map.Entry<String, String> schema : OWNERS.entrySet()) {
      try (Connection connection = TestLedger.connectAs(schema.getValue());
          Statement statement = connection.createStatement()) {
        statement.execute("SELECT " + schema.getKey() + ".erase_some(100)");
      }
    }
  }
}
