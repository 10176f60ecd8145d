package io.tokenledger.query;

import io.tokenledger.query.support.LedgerRows;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.TestApiTokens;
import io.tokenledger.service.testing.TestTokens;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two orgs with usage, members, tokens and a history. What belongs to the other one carries a
 * secret that no answer to the people of the first may hold.
 */
final class MatrixOrgs {

  static final String NOBODY = "nobody";

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String DAY = "2026-03-01";
  private static final int ROWS = 3;

  final String mine = "mine-" + UUID.randomUUID();
  final String theirs = "theirs-" + UUID.randomUUID();
  final String none = "none-" + UUID.randomUUID();
  final String secret = "secret-" + UUID.randomUUID();

  /** Bearer token by caller; root is last, as it succeeds in what ends the org. */
  final Map<String, String> callers = new LinkedHashMap<>();

  MatrixOrgs() {
    callers.put(NOBODY, "");
    for (String role : List.of("owner", "admin", "billing", "member")) {
      TestLedger.member(mine, role + "-of-" + mine, role);
      callers.put(role, TestTokens.token(role + "-of-" + mine));
    }
    // A second owner, so that nothing is refused for the last one's sake.
    TestLedger.member(mine, "second-of-" + mine, "owner");
    callers.put(
        "token",
        TestApiTokens.token(
            mine, "analytics:read", "analytics:export", "events:write", "prices:read", "llm:call"));
    fill(mine, "plain");
    fill(theirs, secret);
    TestLedger.member(theirs, stranger(), "owner");
    callers.put("stranger", TestTokens.token(stranger()));
    callers.put("root", TestTokens.token("matrix-root", "superadmin"));
  }

  String stranger() {
    return "stranger-of-" + theirs;
  }

  /** Everything that the directory knows of the other org. */
  List<String> directoryOfTheirs() {
    return TestLedger.select(
        """
        SELECT row::text FROM (
          SELECT o::text FROM access.org o WHERE org_id = ?
          UNION ALL SELECT m::text FROM access.org_member m WHERE org_id = ?
          UNION ALL SELECT t::text FROM access.api_token t WHERE org_id = ?
          UNION ALL SELECT b::text FROM access.budget b WHERE org_id = ?
          UNION ALL SELECT l::text FROM access.audit_log l WHERE org_id = ?) AS row
        ORDER BY 1""",
        theirs,
        theirs,
        theirs,
        theirs,
        theirs);
  }

  private static void fill(String org, String text) {
    for (int i = 0; i < ROWS; i++) {
      String user = text + "-user-" + i + "-of-" + org;
      Map<String, Object> model = Map.of("model_name", text + i);
      LedgerRows.daily(org, DAY, model);
      LedgerRows.quarterHour(org, NOON, model);
      LedgerRows.userDaily(org, user, DAY, model);
      LedgerRows.conversation(org, "talk-of-" + org, user, model);
      LedgerRows.event(org, "e" + i, NOON, Map.of("user_id", user, "error_message", text));
      TestLedger.member(org, user, "member");
      TestLedger.execute("SELECT access.audit(?, ?, 'test', '{}')", text, org);
    }
    TestApiTokens.token(org, "events:write");
    TestLedger.insert("access.budget", Map.of("org_id", org, "monthly_nanos", 500_000_000L));
  }
}
