package io.tokenledger.prices.sync;

import static io.tokenledger.prices.support.Feed.model;
import static io.tokenledger.prices.support.PricesClient.ROOT;
import static io.tokenledger.prices.support.PricesClient.as;
import static io.tokenledger.prices.support.PricesClient.put;
import static io.tokenledger.prices.support.SyncClient.assertConflict;
import static io.tokenledger.prices.support.SyncClient.get;
import static io.tokenledger.prices.support.SyncClient.inputPrice;
import static io.tokenledger.prices.support.SyncClient.pendingMove;
import static io.tokenledger.prices.support.SyncClient.post;
import static io.tokenledger.prices.support.SyncClient.sync;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tokenledger.prices.support.Feed;
import io.tokenledger.prices.support.FeedServer;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.service.testing.LedgerServers;
import org.junit.jupiter.api.Test;

/** Large moves and what people decide about them. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@WithTestResource(FeedServer.class)
class SyncQuarantineIT {

  @Test
  void aTenfoldPriceWaitsAndIsApprovedOnce() {
    Feed.lists(model("ten/m", "1"));
    sync();
    Feed.lists(model("ten/m", "10"));
    JsonPath run = sync();
    assertThat(run.getInt("counts.quarantined")).isEqualTo(1);
    assertThat(run.getString("difference.quarantined[0].largeMoves[0]")).isEqualTo("input");
    sync();
    assertThat(inputPrice("ten/m")).isEqualTo("1");

    int move = pendingMove("ten/m");
    JsonPath approved =
        post("/v1/sync/quarantine/" + move + "/approve", "{'note':'Announced.'}").jsonPath();
    assertThat(approved.getString("status")).isEqualTo("approved");
    assertThat(approved.getString("decidedBy")).isEqualTo("root");
    assertThat(approved.getString("note")).isEqualTo("Announced.");
    assertThat(inputPrice("ten/m")).isEqualTo("10");
    JsonPath version = get("/v1/prices/openrouter/ten/m/history");
    assertThat(version.getString("versions[0].id")).isEqualTo(approved.getString("priceVersion"));
    assertThat(version.getString("versions[0].source")).isEqualTo("openrouter");
    assertThat(version.getString("versions[0].note")).isEqualTo("Announced.");

    assertConflict(post("/v1/sync/quarantine/" + move + "/approve"), "was approved by root");
    assertConflict(post("/v1/sync/quarantine/" + move + "/reject"), "was approved by root");
    assertThat(sync().getInt("counts.quarantined")).isZero();
  }

  @Test
  void aRejectedMoveComesBackOnlyWhenTheListChanges() {
    Feed.lists(model("no/m", "1"));
    sync();
    Feed.lists(model("no/m", "10"));
    sync();
    int move = pendingMove("no/m");
    JsonPath rejected = post("/v1/sync/quarantine/" + move + "/reject").jsonPath();
    assertThat(rejected.getString("status")).isEqualTo("rejected");
    assertThat(sync().getString("difference.skipped.find { it.reason == 'rejected' }.models[0]"))
        .isEqualTo("openrouter/no/m");

    Feed.lists(model("no/m", "11"));
    assertThat(sync().getInt("counts.quarantined")).isEqualTo(1);
    assertThat(pendingMove("no/m")).isNotEqualTo(move);
    Feed.lists(model("no/m", "1"));
    sync();
    assertThat(get("/v1/sync/quarantine").getList("moves.modelName")).doesNotContain("no/m");
    assertThat(inputPrice("no/m")).isEqualTo("1");
  }

  @Test
  void aMoveCannotBeApprovedAfterANewerPrice() {
    Feed.lists(model("late/m", "1"));
    sync();
    Feed.lists(model("late/m", "10"));
    sync();
    int move = pendingMove("late/m");
    put(ROOT, "openrouter/late/m", "{'rates':{'input':'7'}}");
    assertConflict(post("/v1/sync/quarantine/" + move + "/approve"), "A newer price of the model");
    assertThat(inputPrice("late/m")).isEqualTo("7");
    sync();
    assertConflict(post("/v1/sync/quarantine/" + move + "/approve"), "is superseded");
  }

  @Test
  void anAbsurdPriceOfANewModelWaitsWithItsReason() {
    Feed.lists(model("absurd/m", "700"));
    JsonPath run = sync();
    assertThat(run.getString("difference.added.find { it.modelName == 'absurd/m' }")).isNull();
    assertThat(as(ROOT).get("/v1/prices/openrouter/absurd/m").statusCode()).isEqualTo(404);
    sync();

    int move = pendingMove("absurd/m");
    JsonPath waiting = get("/v1/sync/quarantine");
    String it = "moves.find { it.id == " + move + " }.";
    assertThat(waiting.getString(it + "reason"))
        .isEqualTo(
            "above_bound: input is 700 USD per million tokens; nothing on sale is above 250");
    assertThat(waiting.getString(it + "baseVersion")).isNull();
    assertThat(waiting.getMap(it + "from")).isEmpty();
    assertThat(waiting.getString(it + "to.input")).isEqualTo("700");

    post("/v1/sync/quarantine/" + move + "/approve", "{'note':'It is so.'}");
    assertThat(inputPrice("absurd/m")).isEqualTo("700");
    JsonPath version = get("/v1/prices/openrouter/absurd/m/history");
    assertThat(version.getString("versions[0].effectiveFrom")).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(sync().getInt("counts.quarantined")).isZero();
  }

  @Test
  void aMendedPriceOfANewModelIsTakenOver() {
    Feed.lists(model("mended/m", "700"));
    sync();
    int move = pendingMove("mended/m");
    Feed.lists(model("mended/m", "0.7"));
    sync();
    assertThat(inputPrice("mended/m")).isEqualTo("0.7");
    assertConflict(post("/v1/sync/quarantine/" + move + "/approve"), "is superseded");
  }

  @Test
  void theProvidersOwnListTakesOverFromTheCollectionVisibly() {
    String onlyLiteLlms =
        BundledPriceList.book().versions().stream()
            .filter(each -> each.provider().equals("openrouter"))
            .filter(each -> each.source().equals("litellm"))
            .filter(each -> !each.modelName().contains("/free"))
            .map(PriceVersion::modelName)
            .findFirst()
            .orElseThrow();
    Feed.lists(model(onlyLiteLlms, "200"));
    JsonPath run = sync();
    assertThat(
            run.getString(
                "difference.quarantined.find { it.modelName == '"
                    + onlyLiteLlms
                    + "' }.fromSource"))
        .isEqualTo("litellm");
  }
}
