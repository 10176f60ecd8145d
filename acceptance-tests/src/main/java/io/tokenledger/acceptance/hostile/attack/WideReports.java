package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import java.util.List;
import java.util.Set;

/** Reports with a row for each name that an org has invented, many of them at once. */
final class WideReports implements Attack {

  private static final int AT_ONCE = 16;
  private static final List<String> REPORTS =
      List.of(
          "/analytics/usage",
          "/analytics/timeline?granularity=hourly&groupBy=modelName",
          "/analytics/breakdown?by=modelName",
          "/analytics/summary?period=month",
          "/analytics/top-users?limit=100");

  @Override
  public String finding() {
    return "M1";
  }

  @Override
  public String label() {
    return "reports of more rows than anybody reads";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(200, 400, 429);
  }

  @Override
  public int bound() {
    return 400;
  }

  @Override
  public void prepare(HostileOrg org) {
    org.send(org.size(60_000, 21_000), WideReports::event);
  }

  @Override
  public void run(HostileOrg org) {
    org.throughout(
        AT_ONCE,
        org.size(2, 1) * AT_ONCE,
        number -> org.report(REPORTS.get(number % REPORTS.size())));
  }

  private static HostileEvent event(int number) {
    return HostileEvent.of(
        "wide-" + number,
        ",\"modelName\":\"model-%d\",\"userId\":\"user-%d\"".formatted(number, number));
  }
}
