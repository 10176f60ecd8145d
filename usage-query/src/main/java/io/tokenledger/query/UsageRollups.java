package io.tokenledger.query;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads sums over the events of one org. */
public interface UsageRollups {

  /** Ordered by date, provider, model and feature; a day without usage has no row. */
  Uni<List<DailyUsage>> usageByDay(AccessScope scope, UsageQuery query);

  /** By cost, the highest first, then by user id. */
  Uni<List<TopUser>> topUsers(AccessScope scope, TopUsersQuery query);
}
