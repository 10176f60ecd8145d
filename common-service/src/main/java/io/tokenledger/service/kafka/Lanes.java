package io.tokenledger.service.kafka;

import java.util.List;
import java.util.stream.IntStream;

/** The lanes of a service: as many threads as are configured, sharing its partitions. */
public final class Lanes implements AutoCloseable {

  private final List<Lane> lanes;

  private Lanes(List<Lane> lanes) {
    this.lanes = lanes;
  }

  /**
   * @param factory told the number of its lane, from 0
   */
  public static Lanes start(String name, int count, Factory factory) {
    List<Lane> lanes =
        IntStream.range(0, count)
            .mapToObj(number -> new Lane(name + "-" + number, () -> factory.open(number)))
            .toList();
    lanes.forEach(Lane::start);
    return new Lanes(lanes);
  }

  public boolean areWorking() {
    return lanes.stream().allMatch(Lane::isWorking);
  }

  @Override
  public void close() {
    lanes.parallelStream().forEach(Lane::close);
  }

  /** Opens the work of one lane. */
  public interface Factory {
    LaneWork open(int lane);
  }
}
