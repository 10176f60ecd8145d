package io.tokenledger.query.analytics;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.sums.DailyUsage;
import io.tokenledger.query.sums.DateRange;
import io.tokenledger.query.sums.UsageQuery;
import io.tokenledger.query.sums.UsageSums;
import java.util.List;

/** Reads the rows of rollups. */
public interface UsageRollups {

  /** Of one org, ordered by date, provider, model and feature; a day without usage has no row. */
  Uni<List<DailyUsage>> usageByDay(AccessScope scope, UsageQuery query);

  /** Of one org, by cost, the highest first, then by user id. */
  Uni<List<TopUser>> topUsers(AccessScope scope, TopUsersQuery query);

  /**
   * What the user of the scope used, in each of its orgs, ordered by date, org, provider and model.
   *
   * @param range UTC days
   */
  Uni<List<OwnUsage>> ownByDay(AccessScope scope, DateRange range);

  /**
   * Everything in the ledger.
   *
   * @param scope of every org
   * @param range UTC days
   */
  Uni<UsageSums> ofEveryOrg(AccessScope scope, DateRange range);
}
