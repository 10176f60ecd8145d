package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Many reports at once that take long: more than there are connections to the database. */
final class ReportFlood implements Attack {

  private static final int AT_ONCE = 100;
  private static final int DAYS = 30;
  private static final int MODELS = 50;
  private static final List<String> REPORTS =
      List.of(
          "/analytics/summary?period=month&tz=Europe/Berlin",
          "/analytics/timeline?granularity=daily&groupBy=modelName&tz=Europe/Berlin",
          "/analytics/breakdown?by=user&tz=Europe/Berlin",
          "/analytics/details?limit=200&offset=9000");

  @Override
  public String finding() {
    return "M8";
  }

  @Override
  public String label() {
    return "100 reports at once";
  }

  @Override
  public boolean doesHarm() {
    return false;
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(200, 429);
  }

  @Override
  public int bound() {
    return 429;
  }

  @Override
  public void prepare(HostileOrg org) {
    Instant now = Instant.now();
    org.send(org.size(30_000, 3_000), number -> event(number, now));
  }

  @Override
  public void run(HostileOrg org) {
    org.throughout(
        AT_ONCE, 2 * AT_ONCE, number -> org.report(REPORTS.get(number % REPORTS.size())));
  }

  private static HostileEvent event(int number, Instant now) {
    return HostileEvent.of(
        "heavy-" + number,
        ",\"modelName\":\"model-%d\",\"userId\":\"user-%d\",\"occurredAt\":\"%s\""
            .formatted(number % MODELS, number % 97, now.minus(number % DAYS, ChronoUnit.DAYS)));
  }
}
