package io.tokenledger.query.support;

import io.tokenledger.service.testing.TestApiTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Where the ledger names persons. */
public final class Names {

  private Names() {}

  /** Everything that a person can have their name in beside usage, of an org or of all. */
  public static void leave(String orgId, String userId) {
    String id = UUID.randomUUID().toString();
    long number = ThreadLocalRandom.current().nextLong(1L << 50);
    TestLedger.execute(
        "INSERT INTO pricing.price_version (id, book_version, org_id, provider, model_name,"
            + " effective_from, recorded_by, source) VALUES (?, ?, ?, 'p', 'm', now(), ?, 'manual')",
        id,
        number,
        orgId,
        userId);
    TestLedger.execute(
        "INSERT INTO pricing.model_alias (id, book_version, org_id, provider, alias, effective_from,"
            + " recorded_by) VALUES (?, ?, ?, 'p', 'm', now(), ?)",
        id,
        number,
        orgId,
        userId);
    // An org has one unfinished run, and nobody works on it here.
    TestLedger.execute("UPDATE raw.reprice_run SET finished_at = now() WHERE org_id = ?", orgId);
    TestLedger.execute(
        "SELECT raw.request_reprice(?, 'manual', ?, 'p', 'm', NULL, NULL, false, false, 1)",
        userId,
        orgId);
    TestLedger.execute(
        "INSERT INTO rollup.rebuild_run (id, requested_by, org_id, from_date, to_date,"
            + " counts_overdue) VALUES (gen_random_uuid(), ?, ?, '2026-03-01', '2026-03-01', false)",
        userId,
        orgId);
    if (orgId.isEmpty()) {
      TestLedger.execute(
          "INSERT INTO pricing.sync_run (source, started_by, scheduled, dry_run, status, started_at,"
              + " lease_until, finished_at)"
              + " VALUES ('litellm', ?, false, false, 'succeeded', now(), now(), now())",
          userId);
      TestLedger.execute(
          "INSERT INTO pricing.quarantined_price (run_id, source, provider, model_name, base_version,"
              + " from_rates, to_rates, status, proposed_at, superseded_at, decided_by, decided_at)"
              + " SELECT max(id), 'litellm', 'p', 'm', '1', '{}', '{}', 'rejected', now(), now(), ?,"
              + " now() FROM pricing.sync_run",
          userId);
    } else {
      TestLedger.org(orgId);
      TestApiTokens.token(orgId, "events:write");
      TestLedger.execute(
          "UPDATE access.api_token SET created_by = ?, user_id = ? WHERE org_id = ?",
          userId,
          userId,
          orgId);
      TestLedger.execute(
          "SELECT access.audit('somebody', ?, 'member.changed', jsonb_build_object('userId', ?))",
          orgId,
          userId);
    }
  }

  /** Every table of the ledger that has the text anywhere in a row. */
  public static List<String> tablesWith(String text) {
    List<String> tables =
        TestLedger.select(
            """
            SELECT table_schema || '.' || table_name FROM information_schema.tables
            WHERE table_schema IN ('raw', 'rollup', 'access', 'pricing', 'chat') AND table_type = 'BASE TABLE'
              AND table_name !~ '^usage_event_'""");
    List<String> found = new ArrayList<>();
    for (String table : tables) {
      if (!TestLedger.select("SELECT 1 FROM " + table + " t WHERE t::text LIKE '%" + text + "%'")
          .isEmpty()) {
        found.add(table);
      }
    }
    return found;
  }
}
