package io.tokenledger.aggregate.reconcile;

import static io.restassured.RestAssured.given;
import static io.tokenledger.aggregate.support.Usages.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.tokenledger.aggregate.RecordedBatch;
import io.tokenledger.aggregate.RecordedBatch.Message;
import io.tokenledger.aggregate.UsageAggregator;
import io.tokenledger.aggregate.support.RawRows;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An org's messages stand on two partitions, and those on the new one are counted first. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class PartitionsAddedIT {

  private static final DayRange DAY =
      new DayRange(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 1));

  private final String org = "org-" + UUID.randomUUID();
  private final UUID topic = UUID.randomUUID();

  @Inject UsageAggregator aggregator;
  @Inject RollupReconciler reconciler;
  @Inject RollupRebuild rebuild;
  @Inject PostgresRebuildRuns runs;
  @Inject PartitionOrder order;

  @BeforeAll
  static void rawEvents() {
    RawRows.migrate();
  }

  @Test
  void aRebuildWaitsUntilTheOldPartitionIsCounted() throws Exception {
    List<RecordedUsage> usages = IntStream.range(0, 60).mapToObj(id -> usage(org, id)).toList();
    RawRows.insert(usages);
    result(order.look());
    addPartition();

    count(1, usages.subList(40, 60));
    UUID id = result(rebuild.request(new RebuildRun.Order("a test", org, DAY, false))).id();
    assertThat(result(rebuild.step())).isFalse();
    assertThat(counted()).isEqualTo(20);

    result(order.look());
    asOperator("/v1/rollups/rebuilds/" + id).body("waitsFor", containsString("were added"));
    asOperator("/v1/rollups/drift?from=2026-05-01&to=2026-05-01").statusCode(503);

    count(0, usages.subList(0, 40));
    RawRows.execute("UPDATE rollup.recorded_topic SET seen_at = seen_at - interval '1 minute'");
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isFinished(id));

    RebuildRun run = result(runs.byId(id)).orElseThrow();
    assertThat(run.rowsChanged()).isZero();
    assertThat(run.waits()).isFalse();
    assertThat(counted()).isEqualTo(60);
    assertThat(result(reconciler.reconcile(DAY)).drift())
        .filteredOn(drift -> drift.orgId().equals(org))
        .isEmpty();
  }

  private boolean isFinished(UUID id) {
    result(order.look());
    result(rebuild.step());
    return result(runs.byId(id)).orElseThrow().finishedAt().isPresent();
  }

  private int counted() throws Exception {
    String sum = "SELECT sum(request_count)::integer FROM rollup.org_daily_usage WHERE org_id = ?";
    return (int) RawRows.select(sum, org).get(0);
  }

  private void count(int partition, List<RecordedUsage> usages) {
    List<Message> messages =
        IntStream.range(0, usages.size())
            .mapToObj(offset -> new Message(partition, offset, usages.get(offset)))
            .toList();
    Map<Integer, Long> next = Map.of(partition, (long) messages.size());
    result(aggregator.aggregate(new RecordedBatch(topic, messages, next)));
  }

  private static void addPartition() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", LedgerServers.kafkaBootstrap()))) {
      int now =
          admin
              .describeTopics(List.of(Topics.USAGE_RECORDED))
              .topicNameValues()
              .get(Topics.USAGE_RECORDED)
              .get()
              .partitions()
              .size();
      NewPartitions more = NewPartitions.increaseTo(now + 1);
      admin.createPartitions(Map.of(Topics.USAGE_RECORDED, more)).all().get();
    }
  }

  private static ValidatableResponse asOperator(String path) {
    String token = TestTokens.token("operator", "superadmin");
    return given().header("Authorization", "Bearer " + token).get(path).then();
  }

  private static <T> T result(Uni<T> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
