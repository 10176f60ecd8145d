package io.tokenledger.query.analytics.http;

import io.tokenledger.events.Money;
import io.tokenledger.query.analytics.TopUser;
import java.util.List;
import java.util.Optional;

/** The answer of {@code …/analytics/top-users}. */
public record TopUsersAnswer(List<Row> topUsers) {

  /**
   * One user.
   *
   * @param user null when the directory knows no member of the org of this id
   * @param estimatedCostMicros in micro-dollars, rounded half to even from the exact sum
   * @param costUsd the exact sum in dollars, nine decimals
   */
  public record Row(
      String userId,
      Optional<TopUser.Profile> user,
      long requestCount,
      long inputTokens,
      long outputTokens,
      long estimatedCostMicros,
      String costUsd) {}

  static TopUsersAnswer of(List<TopUser> users) {
    return new TopUsersAnswer(users.stream().map(TopUsersAnswer::toRow).toList());
  }

  private static Row toRow(TopUser user) {
    return new Row(
        user.userId(),
        user.profile(),
        user.sums().requestCount(),
        user.sums().tokens().input(),
        user.sums().tokens().output(),
        Money.microsFromNanos(user.sums().costNanos()),
        Money.usdTextFromNanos(user.sums().costNanos()));
  }
}
