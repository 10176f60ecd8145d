package io.tokenledger.ingest.revisions;

import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.recordedOf;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.events.recorded.RevisedUsage;
import io.tokenledger.ingest.adjustments.KafkaAdjustmentSender;
import io.tokenledger.ingest.adjustments.PostgresAdjustments;
import io.tokenledger.ingest.repricing.RepriceProfile;
import io.tokenledger.ingest.support.LedgerClient;
import io.tokenledger.ingest.support.OtherSchemas;
import io.tokenledger.service.testing.LedgerServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A revision takes back what caching saved as it was counted, with the changes since. */
@QuarkusTest
@TestProfile(RepriceProfile.class)
@WithTestResource(LedgerServers.class)
class RevisedSavingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject PostgresRevisions revisions;
  @Inject PostgresAdjustments adjustments;
  @Inject KafkaAdjustmentSender sender;

  private final String org = "org-" + UUID.randomUUID();

  @BeforeAll
  static void otherSchemas() {
    OtherSchemas.migrate();
  }

  @Test
  void whatIsTakenBackIsWhatWasCounted() {
    LedgerClient.send(event(0));
    await().atMost(PATIENCE).until(() -> LedgerClient.usageOf(org).size() == 1);
    execute(
        "INSERT INTO rollup.counted_source SELECT org_id, source_topic_id, source_partition,"
            + " source_offset FROM raw.usage_event WHERE org_id = '"
            + org
            + "'");
    reprice(7);
    RevisedUsage first = revise(1);
    assertThat(first.before().cacheSavedNanos()).hasValue(7);
    assertThat(first.before().cacheSavedTokens()).isEqualTo(600);
    assertThat(first.after().cacheSavedNanos()).isEmpty();
    assertThat(first.after().cacheSavedTokens()).isZero();
    assertThat(first.addedCacheSavedNanos()).isEqualTo(-7);
    assertThat(ofRow("cache_saved_nanos")).containsOnlyNulls();

    execute("INSERT INTO rollup.counted_adjustment VALUES ('%s', 1)".formatted(org));
    reprice(-9);
    assertThat(revise(2).before().cacheSavedNanos()).hasValue(-9);
  }

  /** As a repricing of this event would. */
  private void reprice(long savedNanos) {
    execute(
        "UPDATE raw.usage_event SET cost_status = 'priced', cache_saved_nanos = %d WHERE org_id = '%s'"
            .formatted(savedNanos, org));
  }

  private RevisedUsage revise(int revision) {
    LedgerClient.send(event(revision));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              revisions.applySome(1_000).await().indefinitely();
              return ofRow("revision").equals(List.of((long) revision));
            });
    while (adjustments.publishSome(sender::send).await().indefinitely() > 0) {
      assertThat(ofRow("revision")).isNotEmpty();
    }
    return recordedOf(org).stream()
        .filter(RevisedUsage.class::isInstance)
        .map(RevisedUsage.class::cast)
        .filter(each -> each.sequence() == revision)
        .findFirst()
        .orElseThrow();
  }

  private List<Object> ofRow(String column) {
    return select("SELECT " + column + " FROM raw.usage_event WHERE org_id = ?", org);
  }

  private String event(int revision) {
    return "{\"eventId\":\"call\",\"orgId\":\"%s\",\"provider\":\"it\",\"modelName\":\"%s\",\"inputTokens\":1000,\"cacheReadTokens\":600,\"revision\":%d}"
        .formatted(org, "house-" + org, revision);
  }
}
