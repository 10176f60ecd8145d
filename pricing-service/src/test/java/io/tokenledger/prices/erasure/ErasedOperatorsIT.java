package io.tokenledger.prices.erasure;

import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.PricesClient.putAlias;
import static io.tokenledger.prices.support.PricesClient.putFactor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.service.testing.LedgerServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book forgets who recorded a price, and nothing else. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ErasedOperatorsIT {

  private static final String CHANGES = "/v1/price-changes?provider=erasure";

  @Test
  void whoeverWasErasedIsNamedByNoPriceOfTheOrg() throws SQLException {
    put(ADMIN, "erasure/m", "{'rates':{'input':'2'},'orgId':'acme','note':'contract 7'}");
    putAlias(ADMIN, "erasure/b", "{'targetModelName':'m','orgId':'acme'}");
    putFactor(ADMIN, "acme", "{'provider':'erasure','factor':'1'}");
    put(ROOT, "erasure/m", "{'rates':{'input':'1'}}");
    assertThat(recordedBy()).containsExactly("root", "adam", "adam", "adam");

    execute("SELECT pricing.request_erasure('acme', 'adam', 'erased-a', false)");
    execute("SELECT pricing.request_erasure('acme', 'root', 'erased-r', false)");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(recordedBy())
                    .containsExactly("root", "erased-a", "erased-a", "erased-a"));
    assertThat(as(ROOT).get(CHANGES).jsonPath().getList("changes.note"))
        .containsExactly("", "", "", "contract 7");
    assertStaysAppendOnly("UPDATE pricing.price_factor SET recorded_by = 'x', note = 'x'");
  }

  /** Even while a chunk is at work nothing but the name may change. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE pricing.price_version SET rates = '{}' WHERE book_version = 1",
        "UPDATE pricing.price_version SET recorded_by = 'x', note = 'x' WHERE book_version = 1",
        "DELETE FROM pricing.price_version WHERE book_version = 1",
        "TRUNCATE pricing.price_version"
      })
  void theRestOfTheBookStaysAppendOnly(String statement) {
    assertStaysAppendOnly(statement);
  }

  private static void assertStaysAppendOnly(String statement) {
    assertThatThrownBy(() -> execute("SET tokenledger.erasing = 'on'", statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append only");
  }

  private static List<String> recordedBy() {
    return as(ROOT).get(CHANGES).jsonPath().getList("changes.recordedBy");
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                LedgerServers.jdbcUrl(), "tokenledger_pricing", LedgerServers.PASSWORD);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }
}
