package io.tokenledger.service.kafka;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The lanes of a service: as many threads as are configured, sharing the partitions of a topic.
 * While they run, the group's lag is told.
 */
public final class TopicLanes implements AutoCloseable {

  private final String name;
  private final ConsumerLag lag;
  private final List<Lane> lanes;

  private TopicLanes(String name, ConsumerLag lag, List<Lane> lanes) {
    this.name = name;
    this.lag = lag;
    this.lanes = lanes;
  }

  /**
   * @param name what the threads' names begin with, and the readiness check's
   */
  public static TopicLanes start(
      String name, int count, TopicClients clients, TopicBatches.Factory factory) {
    ConsumerLag lag = clients.watchLag();
    List<Lane> lanes =
        IntStream.range(0, count).mapToObj(number -> lane(name, number, clients, factory)).toList();
    lanes.forEach(Lane::start);
    return new TopicLanes(name, lag, lanes);
  }

  private static Lane lane(
      String name, int number, TopicClients clients, TopicBatches.Factory factory) {
    BatchLimit limit = new BatchLimit(clients.bounds().records());
    return new Lane(name + "-lane-" + number, () -> new TopicLane(clients, number, factory, limit));
  }

  /** Ready while each of them works. */
  public HealthCheckResponse readiness() {
    return HealthCheckResponse.named(name + "-lanes")
        .status(lanes.stream().allMatch(Lane::isWorking))
        .build();
  }

  @Override
  public void close() {
    lanes.parallelStream().forEach(Lane::close);
    lag.close();
  }
}
