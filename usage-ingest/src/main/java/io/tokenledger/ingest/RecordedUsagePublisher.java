package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.recorded.RecordedUsage;
import java.util.List;

/** The end of one batch: it knows the positions that the batch was read from. */
public interface RecordedUsagePublisher {

  /**
   * Publishes and moves the batch's offsets in one Kafka transaction: all of it happens, or none.
   * It fails when the batch's partitions have gone to another instance meanwhile.
   */
  Uni<Void> publish(List<RecordedUsage> recorded, List<DeadLetter> deadLetters);
}
