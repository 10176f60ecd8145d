package io.tokenledger.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.local.FreePort;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.Cable;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While PostgreSQL is away, the callers are told so, soon, and neither blamed nor left waiting. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@TestProfile(DatabaseAwayIT.OverACable.class)
class DatabaseAwayIT {

  private static final String PORT = "tokenledger.testing.cable-port";
  private static final String USAGE = "/orgs/away-acme/analytics/usage";
  private static final List<String> PATHS =
      List.of(USAGE, "/me/usage", "/conversations/talk/usage", "/orgs/away-acme/conversations");

  /** Reads go over the cable; the migrations of the start do not. */
  public static class OverACable implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      // Asked more than once, and each must get the same answer.
      String port = System.getProperty(PORT, Integer.toString(freePort()));
      System.setProperty(PORT, port);
      URI server = server();
      return Map.of(
          "quarkus.datasource.reactive.url",
          "postgresql://127.0.0.1:" + port + server.getPath(),
          "tokenledger.query.statement-timeout-ms",
          "500",
          "tokenledger.query.grace",
          "500ms",
          "tokenledger.access.patience",
          "1s");
    }
  }

  @BeforeAll
  static void member() {
    TestLedger.migrate();
    TestLedger.member("away-acme", "away-ann", "owner");
  }

  @Test
  void callersAreToldWhileTheDatabaseIsAwayAndAnsweredWhenItIsBack() throws IOException {
    assertEveryPath(503, "unavailable");
    try (Cable cable = new Cable(Integer.getInteger(PORT), server())) {
      await().atMost(Duration.ofSeconds(10)).until(() -> get(USAGE).status() == 200);
      cable.freeze();
      assertEveryPath(504, "timed_out");
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> get(USAGE).status() == 503);
    assertEveryPath(503, "unavailable");
    Cable mended = new Cable(Integer.getInteger(PORT), server());
    await().atMost(Duration.ofSeconds(10)).until(() -> get(USAGE).status() == 200);
    mended.close();
  }

  private static void assertEveryPath(int status, String code) {
    for (String path : PATHS) {
      Api.Answer answer = get(path);
      assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
      assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
  }

  private static int freePort() {
    try {
      return FreePort.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI server() {
    return URI.create(LedgerServers.jdbcUrl().substring("jdbc:".length()));
  }

  private static Api.Answer get(String path) {
    return Api.get(path, TestTokens.token("away-ann"));
  }
}
