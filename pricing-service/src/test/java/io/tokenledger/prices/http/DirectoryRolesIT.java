package io.tokenledger.prices.http;

import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tokenledger.prices.support.TestDirectory;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles come from the directory, by a function that tells no more than it must. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class DirectoryRolesIT {

  private static final String CONTRACT = "{'orgId':'acme','rates':{'input':'1'}}";

  /** Whatever test comes first: what a test takes away must have been there. */
  @BeforeAll
  static void directory() {
    TestDirectory.migrate();
  }

  @Test
  void aClaimIsNoRole() {
    String claimed = TestTokens.token("eve", Map.of("acme", "owner"));
    assertThat(put(claimed, "directory/m", CONTRACT).statusCode()).isEqualTo(403);
    assertThat(as(claimed).get("/v1/prices?orgId=acme").statusCode()).isEqualTo(403);
  }

  @Test
  void whoIsMadeAMemberIsOneAtOnceAndWhoIsRemovedIsNotAnyMore() {
    String token = TestTokens.token("newcomer");
    assertThat(put(token, "directory/m", CONTRACT).statusCode()).isEqualTo(403);
    TestDirectory.member("acme", "newcomer", "admin");
    assertThat(put(token, "directory/m", CONTRACT).statusCode()).isEqualTo(201);
    TestDirectory.execute("DELETE FROM access.org_member WHERE user_id = 'newcomer'");
    assertThat(put(token, "directory/m", CONTRACT).statusCode()).isEqualTo(403);
  }

  /** As it is while usage-query has not started for the first time, or is of an older version. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REVOKE USAGE ON SCHEMA access FROM tokenledger_pricing"
            + " | GRANT USAGE ON SCHEMA access TO tokenledger_pricing",
        "ALTER FUNCTION access.role_in RENAME TO role_in_later;"
            + "ALTER FUNCTION access.roles_of RENAME TO roles_of_later"
            + " | ALTER FUNCTION access.role_in_later RENAME TO role_in;"
            + "ALTER FUNCTION access.roles_of_later RENAME TO roles_of"
      })
  void withoutTheDirectoryWhatNeedsNoRoleGoesOn(String away, String back) {
    TestDirectory.execute(away);
    try {
      Response refused = put(ADMIN, "directory/m", CONTRACT);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.contentType()).startsWith("application/problem+json");
      assertThat(refused.jsonPath().getString("detail")).contains("usage-query");
      assertThat(as(ADMIN).get("/v1/prices?orgId=acme").statusCode()).isEqualTo(503);
      assertThat(as(ADMIN).get("/v1/prices/openai/gpt-4o").statusCode()).isEqualTo(200);
      assertThat(put(ROOT, "directory/m", CONTRACT).statusCode()).isEqualTo(201);
    } finally {
      TestDirectory.execute(back);
    }
    assertThat(put(ADMIN, "directory/m", CONTRACT).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM access.org_member",
        "SELECT * FROM access.app_user",
        "SELECT * FROM access.audit_log",
        "SELECT access.audit('a', '', 'b', '{}')",
        "DELETE FROM access.org_member"
      })
  void theServiceSeesNothingElseOfTheDirectory(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), "tokenledger_pricing", LedgerServers.PASSWORD);
        Statement sql = connection.createStatement()) {
      assertThatThrownBy(() -> sql.execute(statement))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }
}
