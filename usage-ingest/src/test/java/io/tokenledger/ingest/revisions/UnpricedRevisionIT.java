package io.tokenledger.ingest.revisions;

import static io.tokenledger.ingest.support.LedgerClient.execute;
import static io.tokenledger.ingest.support.LedgerClient.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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

/** A revision without a price that takes its place is told to who looks for such events. */
@QuarkusTest
@TestProfile(RepriceProfile.class)
@WithTestResource(LedgerServers.class)
class UnpricedRevisionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject PostgresRevisions revisions;

  private final String org = "org-" + UUID.randomUUID();

  @BeforeAll
  static void otherSchemas() {
    OtherSchemas.migrate();
  }

  @Test
  void isNotedWhenItTakesItsPlace() {
    LedgerClient.send(event(0));
    await().atMost(PATIENCE).until(() -> LedgerClient.usageOf(org).size() == 1);
    LedgerClient.send(event(1));
    await().atMost(PATIENCE).until(() -> !keptRevisions().isEmpty());
    execute(
        "INSERT INTO rollup.counted_source SELECT org_id, source_topic_id, source_partition,"
            + " source_offset FROM raw.usage_event WHERE org_id = '"
            + org
            + "'");
    List<Object> before = notes();
    await().atMost(PATIENCE).until(this::revisionTakesPlace);
    assertThat(notes()).isNotEmpty().isNotEqualTo(before);
  }

  private boolean revisionTakesPlace() {
    revisions.applySome(1_000).await().indefinitely();
    return select("SELECT revision FROM raw.usage_event WHERE org_id = ?", org).equals(List.of(1L));
  }

  private List<Object> keptRevisions() {
    return select("SELECT revision FROM raw.event_revision WHERE org_id = ?", org);
  }

  private static List<Object> notes() {
    return select("SELECT stored_by::text FROM raw.unpriced_stored WHERE source_partition = -1");
  }

  private String event(int revision) {
    return "{\"eventId\":\"call\",\"orgId\":\"%s\",\"provider\":\"it\",\"modelName\":\"%s\",\"inputTokens\":1,\"revision\":%d}"
        .formatted(org, "house-" + org, revision);
  }
}
