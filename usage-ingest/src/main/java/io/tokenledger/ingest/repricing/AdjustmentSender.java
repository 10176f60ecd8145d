package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.CostAdjustment;
import java.util.List;

/** Sends changed costs to {@code usage.recorded}. */
public interface AdjustmentSender {

  /** Done when Kafka has acknowledged each of them; fails when it has not, in bounded time. */
  Uni<Void> send(List<CostAdjustment> adjustments);
}
