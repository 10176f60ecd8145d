package io.tokenledger.prices.sync;

import io.smallrye.mutiny.Uni;
import io.tokenledger.prices.PriceSource;
import io.tokenledger.service.refusal.RefusedException;
import java.util.List;
import java.util.Optional;

/** The moves that were set aside. */
public interface PriceQuarantine {

  /**
   * The newest first.
   *
   * @param source empty for every one
   * @param below ids below this one
   */
  Uni<List<QuarantinedPrice>> list(
      QuarantinedPrice.Status status, Optional<PriceSource> source, long below, int limit);

  /**
   * Records the move's price as a version from now on.
   *
   * @return empty when there is no such move; fails with {@link RefusedException} when it was
   *     decided or superseded, or when a newer price of the model was recorded
   */
  Uni<Optional<QuarantinedPrice>> approve(long id, String userId, String note);

  /**
   * As {@link #approve}, but nothing is recorded save the decision, and a newer price is no
   * hindrance.
   */
  Uni<Optional<QuarantinedPrice>> reject(long id, String userId, String note);
}
