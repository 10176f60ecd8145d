package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import java.util.List;

/** All attacks there are, in the order in which they are done. */
public final class Attacks {

  private Attacks() {}

  /** Those that would end a process, or falsify a sum, without what holds against them. */
  public static List<Attack> thatDoHarm() {
    return all().stream().filter(Attack::doesHarm).toList();
  }

  /** The one whose traces are seen for longest, days of years past, is the last. */
  public static List<Attack> all() {
    return List.of(
        new CostOverflow(),
        new PriceFlood(),
        new LargeBodies(),
        new FullBodies(),
        new HeavyEvents(),
        new TagFlood(),
        new ModelFlood(),
        new OrgsClaim(),
        new ErasureFlood(),
        new WideReports(),
        new SlowExports(),
        new RepriceFlood(),
        new ManyErased(),
        new EventFlood(),
        new ReportFlood(),
        new SignInFlood(),
        new ManyDays());
  }
}
