package io.tokenledger.aggregate.support;

import java.util.List;

/** The tables of the schema {@code rollup} that events are summed up in. */
public final class Rollups {

  public static final List<String> TABLES =
      List.of(
          "org_daily_usage",
          "org_user_daily_usage",
          "org_quarter_hour_usage",
          "org_tag_daily_usage",
          "conversation_usage");

  private Rollups() {}
}
