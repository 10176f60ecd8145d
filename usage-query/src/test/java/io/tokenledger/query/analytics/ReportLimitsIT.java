package io.tokenledger.query.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An org may invent as many names as it likes; no report grows with them without a bound. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ReportLimitsIT {

  private static final String DAY = "from=2026-03-02&to=2026-03-02";

  /** Of as many models the answer alone takes more than the 192 MiB of a small installation. */
  private static final int MODELS = 300_000;

  private static final int SOME = 21_000;

  @BeforeAll
  static void rows() {
    TestLedger.migrate();
    TestLedger.member("limit-acme", "limit-ann", "owner");
    TestLedger.member("limit-users", "limit-bob", "owner");
    TestLedger.member("limit-file", "limit-eve", "owner");
    LedgerRows.daily("limit-acme", "2026-03-02", Map.of("model_name", "m-0"));
    LedgerRows.daily("limit-file", "2026-03-02", Map.of("model_name", "m-0"));
    LedgerRows.userDaily("limit-acme", "limit-ann", "2026-03-02", Map.of("model_name", "m-0"));
    LedgerRows.userDaily("limit-users", "u-0", "2026-03-02", Map.of());
    multiply("rollup.org_daily_usage", "limit-acme", "model_name", "m-", MODELS);
    multiply("rollup.org_daily_usage", "limit-file", "model_name", "m-", SOME);
    multiply("rollup.org_user_daily_usage", "limit-acme", "model_name", "m-", SOME);
    multiply("rollup.org_user_daily_usage", "limit-users", "user_id", "u-", SOME);
  }

  @ParameterizedTest
  @CsvSource({
    "/orgs/limit-acme/analytics/usage?" + DAY + ", from",
    "/orgs/limit-acme/analytics/timeline?groupBy=modelName&" + DAY + ", groupBy",
    "/me/usage?" + DAY + ", from"
  })
  void tooManyRowsAreRefusedWithWhatToNarrow(String path, String parameter) {
    refused(Api.get(path, TestTokens.token("limit-ann")), parameter);
  }

  @Test
  void soAreTooManyUsersOfABucket() {
    String path =
        "/v1/organization/usage/completions?start_time=1772409600&end_time=1772496000"
            + "&group_by=user_id";
    refused(Api.get(path, TestTokens.token("limit-bob")), "limit");
  }

  @Test
  void aFilterMakesTheReportSmallEnough() {
    Api.Answer one =
        Api.get(
            "/orgs/limit-acme/analytics/usage?modelName=m-7&" + DAY, TestTokens.token("limit-ann"));
    assertThat(one.json().path("usage")).hasSize(1);
  }

  /** Page by page, each of which PostgreSQL makes of all that is behind the one before. */
  @Test
  void theFileHasThemAll() {
    Api.Answer file =
        Api.get(
            "/orgs/limit-file/analytics/export?format=focus&" + DAY, TestTokens.token("limit-eve"));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.body().lines().skip(1).distinct().count()).isEqualTo(SOME);
  }

  @Test
  void aBreakdownHasThoseThatCostMost() {
    Api.Answer rows =
        Api.get(
            "/orgs/limit-users/analytics/breakdown?by=user&" + DAY, TestTokens.token("limit-bob"));
    assertThat(rows.json().path("rows")).as(rows.body()).hasSize(1_000);
  }

  private static void refused(Api.Answer answer, String parameter) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("code").asText()).isEqualTo("invalid_parameter");
    assertThat(answer.json().path("detail").asText())
        .startsWith("Parameter '" + parameter + "' must ")
        .contains("at most 20,000 ");
  }

  private static void multiply(String table, String org, String column, String name, int rows) {
    TestLedger.execute(
        """
        INSERT INTO %1$s
        SELECT more.* FROM %1$s AS one CROSS JOIN generate_series(1, ?) AS n
        CROSS JOIN LATERAL
          jsonb_populate_record(one, jsonb_build_object('%2$s', '%3$s' || n)) AS more
        WHERE one.org_id = ? AND one.%2$s = '%3$s0'"""
            .formatted(table, column, name),
        rows - 1,
        org);
  }
}
