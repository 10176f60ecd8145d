package io.tokenledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /platform/orgs}, on days that no other test writes. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PlatformIT {

  private static final String DAYS = "/platform/orgs?from=2002-02-03&to=2002-02-04";
  private static final String ROOT = TestTokens.token("root", "superadmin");

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.org("platform-b");
    TestLedger.execute("UPDATE access.org SET name = 'Bolt' WHERE org_id = 'platform-b'");
    spend("platform-a", "2002-02-03", "250");
    spend("platform-b", "2002-02-03", "500");
    spend("platform-b", "2002-02-04", "500");
    spend("platform-c", "2002-02-04", "750");
    spend("platform-c", "2002-02-05", "9000");
  }

  @Test
  void orgsComeByCostWithTheirShareOfAll() {
    JsonNode answer = get(DAYS);
    assertThat(answer.path("from").asText()).isEqualTo("2002-02-03");
    assertThat(answer.path("to").asText()).isEqualTo("2002-02-04");
    assertThat(answer.at("/totals/costUsd").asText()).isEqualTo("0.000002000");
    assertThat(answer.at("/totals/requestCount").asInt()).isEqualTo(4);
    assertThat(answer.path("orgs").findValuesAsText("orgId"))
        .containsExactly("platform-b", "platform-c", "platform-a");
    assertThat(answer.path("orgs").findValuesAsText("name"))
        .containsExactly("Bolt", "platform-c", "platform-a");
    assertThat(answer.path("orgs").findValuesAsText("share"))
        .containsExactly("0.5", "0.375", "0.125");
    assertThat(answer.at("/orgs/0/costUsd").asText()).isEqualTo("0.000001000");
  }

  @Test
  void theTotalIsOfOrgsThatAreNotListedToo() {
    JsonNode answer = get(DAYS + "&limit=1");
    assertThat(answer.path("orgs").findValuesAsText("orgId")).containsExactly("platform-b");
    assertThat(answer.at("/totals/costUsd").asText()).isEqualTo("0.000002000");
  }

  @Test
  void whereNothingWasUsedThereIsNoOrg() {
    JsonNode answer = get("/platform/orgs?from=1999-01-01&to=1999-01-02");
    assertThat(answer.path("orgs")).isEmpty();
    assertThat(answer.at("/totals/costUsd").asText()).isEqualTo("0.000000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=1001", "from=x", "tz=Asia/Tokyo"})
  void aMalformedParameterIsNamed(String parameter) {
    Api.Answer answer = Api.get("/platform/orgs?" + parameter, ROOT);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText())
        .contains("'" + parameter.substring(0, parameter.indexOf('=')) + "'");
  }

  @Test
  void noOtherServiceSeesTheOrgsSideBySide() throws SQLException {
    try (Connection stranger = TestLedger.connectAs("tokenledger_pricing")) {
      Assertions.assertThatThrownBy(
              () ->
                  stranger
                      .createStatement()
                      .execute("SELECT rollup.totals_of_orgs('2002-02-03', '2002-02-04', 1)"))
          .hasMessageContaining("permission denied");
    }
  }

  private static void spend(String org, String day, String nanos) {
    LedgerRows.daily(org, day, Map.of("cost_nanos", new BigDecimal(nanos)));
  }

  private static JsonNode get(String path) {
    Api.Answer answer = Api.get(path, ROOT);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
