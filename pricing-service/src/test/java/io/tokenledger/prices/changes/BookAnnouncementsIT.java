package io.tokenledger.prices.changes;

import static io.tokenledger.prices.support.PricesClient.ADMIN;
import static io.tokenledger.prices.support.PricesClient.MEMBER;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.STRANGER;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.PricesClient.putAlias;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tokenledger.service.testing.LedgerServers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit trail of the book. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PriceChangesIT {

  private static final String CHANGES = "/v1/price-changes?provider=audit";

  private static boolean changed;

  /** Once; before all tests the address of the service is not known yet. */
  @BeforeEach
  void changes() {
    if (changed) {
      return;
    }
    changed = true;
    put(ROOT, "audit/m", "{'rates':{'input':'1'},'note':'first'}");
    put(ADMIN, "audit/m", "{'rates':{'input':'2'},'orgId':'acme','note':'contract 7'}");
    as(ROOT).delete("/v1/prices/audit/m?note=withdrawn");
    putAlias(ROOT, "audit/a", "{'targetModelName':'m','note':'a name'}");
    putAlias(ADMIN, "audit/b", "{'targetModelName':'m','orgId':'acme'}");
  }

  @Test
  void itSaysWhoWhenWhyAndWhat() {
    JsonPath all = as(ROOT).get(CHANGES).jsonPath();
    assertThat(all.getList("changes.kind"))
        .containsExactly("alias", "alias", "price", "price", "price");
    assertThat(all.getList("changes.modelName")).containsExactly("b", "a", "m", "m", "m");
    assertThat(all.getList("changes.orgId")).containsExactly("acme", "", "", "acme", "");
    assertThat(all.getList("changes.recordedBy"))
        .containsExactly("adam", "root", "root", "adam", "root");
    assertThat(all.getList("changes.note"))
        .containsExactly("", "a name", "withdrawn", "contract 7", "first");
    assertThat(all.getList("changes.source")).containsOnly("manual");
    assertThat(all.getString("changes[0].target.modelName")).isEqualTo("m");
    assertThat(all.getString("changes[2].rates")).isNull();
    assertThat(all.getString("changes[3].rates.input")).isEqualTo("2");
    assertThat(all.<String>getList("changes.recordedAt")).allMatch(at -> at.endsWith("Z"));
    assertThat(all.getString("nextCursor")).isNull();
  }

  @Test
  void itPagesThroughItself() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page = as(ROOT).get(CHANGES + "&limit=2&cursor=" + cursor).jsonPath();
      assertThat(page.getList("changes")).hasSizeLessThanOrEqualTo(2);
      seen.addAll(page.getList("changes.id"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(seen).isEqualTo(as(ROOT).get(CHANGES).jsonPath().getList("changes.id"));
  }

  @Test
  void contractsAreSeenByTheirOrgOnly() {
    assertThat(as(STRANGER).get(CHANGES).jsonPath().getList("changes.orgId")).containsOnly("");
    assertThat(as(MEMBER).get(CHANGES).jsonPath().getList("changes.orgId")).containsOnly("");
    assertThat(as(MEMBER).get(CHANGES + "&orgId=acme").jsonPath().getList("changes.orgId"))
        .containsExactly("acme", "acme");
    assertThat(as(STRANGER).get(CHANGES + "&orgId=acme").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "kind=alias, 2",
    "kind=price, 3",
    "modelName=m, 3",
    "modelName=M, 0",
    "modelName=a, 1",
    "recordedBy=adam, 2",
    "source=manual, 5",
    "source=litellm, 0",
    "from=2026-01-01T00:00:00Z, 5",
    "to=2026-01-01T00:00:00Z, 0"
  })
  void filtersNarrowIt(String filter, int found) {
    assertThat(as(ROOT).get(CHANGES + "&" + filter).jsonPath().getList("changes")).hasSize(found);
  }

  @Test
  void theEdgesOfTheTimeAreFromThenAndBeforeThen() {
    JsonPath all = as(ROOT).get(CHANGES).jsonPath();
    String third = all.getString("changes[2].recordedAt");
    assertThat(as(ROOT).get(CHANGES + "&from=" + third).jsonPath().getList("changes")).hasSize(3);
    assertThat(as(ROOT).get(CHANGES + "&to=" + third).jsonPath().getList("changes")).hasSize(2);
  }

  @Test
  void whatAListBroughtIsInItToo() {
    JsonPath list = as(STRANGER).get("/v1/price-changes?source=litellm&limit=1").jsonPath();
    assertThat(list.getString("changes[0].recordedBy")).isEqualTo("litellm");
    assertThat(list.getString("nextCursor")).isNotNull();
  }
}
