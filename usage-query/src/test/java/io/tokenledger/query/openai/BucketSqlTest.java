package io.tokenledger.query.openai;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.support.GoldenSql;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BucketSqlTest {

  private static final AccessScope ACME = AccessScope.ofWholeOrgs(Set.of("acme"));
  private static final List<Instant> BOUNDS =
      List.of(
          Instant.parse("2026-03-02T11:45:00Z"),
          Instant.parse("2026-03-03T00:00:00Z"),
          Instant.parse("2026-03-04T00:00:00Z"));

  private static final int MOST = 20_001;

  @Test
  void bucketsOfChosenModels() {
    GoldenSql.assertKept(
        "buckets-by-model",
        BucketReads.read(
            ACME,
            new BucketQuery(BOUNDS, List.of("gpt-x", "gpt-y"), List.of(), true, false),
            MOST));
  }

  @Test
  void bucketsOfChosenUsers() {
    GoldenSql.assertKept(
        "buckets-by-user",
        BucketReads.read(
            ACME, new BucketQuery(BOUNDS, List.of(), List.of("u-1"), true, true), MOST));
  }
}
