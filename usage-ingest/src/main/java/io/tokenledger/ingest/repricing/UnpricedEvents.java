package io.tokenledger.ingest.repricing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events that have no price, or lack one for a part. */
public interface UnpricedEvents {

  /**
   * Which models, whose, and when.
   *
   * @param limit as many are told, at most
   */
  Uni<List<Model>> models(int limit);

  /**
   * @param after the last event of the page before; empty for the first
   * @return in key order; empty at the end
   */
  Uni<List<StoredUsage>> page(Optional<StoredUsage> after);

  /**
   * @param priceVersion that priced a part; empty when none did
   * @param first when the first of the events occurred, and {@code last} the last
   */
  record Model(
      String orgId,
      String provider,
      String name,
      String priceVersion,
      Instant first,
      Instant last) {}
}
