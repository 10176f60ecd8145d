package io.tokenledger.bench.query;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** What is asked: a path for each number of an org. */
final class QueryMix {

  private static final LocalDate LAST = LocalDate.now(ZoneOffset.UTC).minusDays(1);

  /** The 30 days that most reports are of. */
  static final LocalDate FIRST = LAST.minusDays(29);

  static final LocalDate LAST_DAY = LAST;

  private static final String MONTH = "from=" + FIRST + "&to=" + LAST;

  /** One and two hours from UTC, five and three quarters, ten and a half and eleven. */
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe");

  /** Between a report's name and the zone of its days; without one they are UTC's. */
  private static final String IN = " in ";

  private QueryMix() {}

  /** Query parameters of all days that the ledger holds. */
  static String allDays(int days) {
    return "from=" + LAST.minusDays(days - 1L) + "&to=" + LAST;
  }

  /** By name, in the order of the report. */
  static Map<String, IntFunction<String>> endpoints() {
    Map<String, IntFunction<String>> mix = new LinkedHashMap<>();
    putInZones(mix, "usage, 30 days", "usage?");
    putInZones(mix, "summary, 30 days", "summary?");
    putInZones(mix, "timeline, 30 days", "timeline?");
    mix.put(
        "timeline, 7 days by hour and model",
        org ->
            analytics(
                org,
                "timeline?granularity=hourly&groupBy=modelName&from=%s&to=%s"
                    .formatted(LAST.minusDays(6), LAST)));
    mix.put("breakdown by model", org -> analytics(org, "breakdown?by=modelName&" + MONTH));
    putInZones(mix, "breakdown by user", "breakdown?by=user&");
    mix.put("breakdown by tag", org -> analytics(org, "breakdown?by=tag:storyId&" + MONTH));
    mix.put("top users", org -> analytics(org, "top-users?" + MONTH));
    mix.put("details, one page of a day", org -> analytics(org, "details?" + day()));
    mix.put("one story", org -> analytics(org, "tags/storyId/S-4?" + MONTH));
    mix.put("ten stories", org -> analytics(org, "tags/storyId?" + stories() + MONTH));
    mix.put("conversations, one page", org -> "/orgs/org-" + org + "/conversations");
    mix.put("own usage", org -> "/me/usage?" + MONTH);
    return mix;
  }

  /** The name of the same report of UTC's days, when the days of this one are another zone's. */
  static Optional<String> inUtc(String name) {
    int in = name.indexOf(IN);
    return in < 0 ? Optional.empty() : Optional.of(name.substring(0, in));
  }

  private static void putInZones(Map<String, IntFunction<String>> mix, String name, String report) {
    mix.put(name, org -> analytics(org, report + MONTH));
    for (String zone : ZONES) {
      mix.put(name + IN + zone, org -> analytics(org, report + MONTH + "&tz=" + zone));
    }
  }

  private static String day() {
    return "from=" + LAST + "&to=" + LAST;
  }

  private static String stories() {
    StringBuilder values = new StringBuilder();
    for (int story = 0; story < 10; story++) {
      values.append("value=S-").append(story).append('&');
    }
    return values.toString();
  }

  private static String analytics(int org, String report) {
    return "/orgs/org-" + org + "/analytics/" + report;
  }
}
