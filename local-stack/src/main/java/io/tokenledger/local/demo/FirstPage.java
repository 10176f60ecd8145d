package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Asks for what the first page asks for, as the first user. A JVM loads classes for its first
 * answers, for a second or more; this way nobody waits for them.
 */
final class FirstPage {

  private static final int TIMES = 3;
  private static final int DAYS = 30;

  private final DemoHttp query;

  FirstPage(LedgerAccess access) {
    this.query = new DemoHttp(access.url(Component.USAGE_QUERY));
  }

  /** Whatever is answered: a service that cannot answer says so to who looks at it. */
  void ask() {
    try {
      for (int i = 0; i < TIMES; i++) {
        String token = signIn();
        for (String path : paths(LocalDate.now(ZoneOffset.UTC))) {
          query.get(path, token);
        }
      }
    } catch (IOException e) {
      // Nothing depends on it.
    }
  }

  private static List<String> paths(LocalDate today) {
    String org = "/orgs/" + DemoPlatform.SIGN_IN_ORG;
    String days = "from=" + today.minusDays(DAYS - 1) + "&to=" + today + "&tz=UTC";
    String timeline = org + "/analytics/timeline?" + days + "&granularity=daily";
    return List.of(
        "/me",
        org + "/budget",
        org + "/analytics/summary?period=custom&" + days,
        timeline,
        timeline + "&groupBy=provider",
        org + "/analytics/top-users?" + days + "&limit=10");
  }

  private String signIn() throws IOException {
    ObjectNode who =
        DemoHttp.JSON
            .createObjectNode()
            .put("user", DemoPlatform.SIGN_IN_USER)
            .put("password", DemoSignIn.PASSWORD);
    return query.post("/auth/login", "", who).path("token").asText();
  }
}
