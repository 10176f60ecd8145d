package io.tokenledger.ingest.kafka;

import java.util.OptionalLong;

/**
 * What is known of a partition of {@code usage.events} when a lane gets it, and how it goes on.
 * Pure.
 *
 * @param noted up to where PostgreSQL has everything stored and published; empty for a partition
 *     never read in this epoch
 * @param committed up to where Kafka has everything published: the offset is committed in the
 *     transaction that publishes
 * @param beginning where Kafka's log begins now
 * @param end where Kafka's log ends now
 */
public record PartitionStart(OptionalLong noted, OptionalLong committed, long beginning, long end) {

  /**
   * Whether Kafka knows less than PostgreSQL, which notes nothing that Kafka had not committed
   * before; or less than Kafka itself knew. The log is then another one than was read, or its
   * offsets were moved back, and what stands on it from there on may be new.
   */
  public boolean isAnotherLog() {
    return committed.orElse(beginning) < noted.orElse(0) || committed.orElse(0) > end;
  }

  /** Where it begins in a new epoch: what is on the log before was published. */
  public long inNewEpoch() {
    return Math.min(committed.orElse(beginning), end);
  }

  /** Where PostgreSQL stands, which may have lost what it had stored. */
  public long readFrom() {
    return Math.max(noted.orElse(beginning), beginning);
  }

  /** What is read below is not published again. */
  public long publishedBelow() {
    return Math.max(readFrom(), committed.orElse(0));
  }
}
