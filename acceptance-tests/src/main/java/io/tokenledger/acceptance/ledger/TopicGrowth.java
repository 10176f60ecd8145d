package io.tokenledger.acceptance.ledger;

import io.tokenledger.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;

/** Partitions for {@code usage.events} and {@code usage.recorded}, added while both are in use. */
final class TopicGrowth {

  private TopicGrowth() {}

  /**
   * One more each: orgs go to other partitions from then on.
   *
   * @return how many each topic has now
   */
  static int addPartition(String bootstrapServers) throws InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      int more = 1 + partitions(admin);
      NewPartitions all = NewPartitions.increaseTo(more);
      admin
          .createPartitions(Map.of(Topics.USAGE_EVENTS, all, Topics.USAGE_RECORDED, all))
          .all()
          .get();
      return more;
    } catch (ExecutionException e) {
      throw new IllegalStateException("No partitions can be added", e);
    }
  }

  private static int partitions(Admin admin) throws InterruptedException, ExecutionException {
    return admin
        .describeTopics(List.of(Topics.USAGE_EVENTS))
        .topicNameValues()
        .get(Topics.USAGE_EVENTS)
        .get()
        .partitions()
        .size();
  }
}
