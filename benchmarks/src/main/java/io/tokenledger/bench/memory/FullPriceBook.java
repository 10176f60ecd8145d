package io.tokenledger.bench.memory;

import io.tokenledger.bench.BenchStack;
import io.tokenledger.local.Component;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The price book of fifty orgs that use their whole quota, as far as it is taken. */
final class FullPriceBook {

  private static final String RATES =
      "{\"input\":\"1.25\",\"output\":\"10\",\"cacheRead\":\"0.125\",\"cacheWrite\":\"2.5\","
          + "\"contextTiers\":[{\"above\":200000,\"input\":\"2.5\",\"output\":\"15\",\"cacheRead\":\"0.25\"}],"
          + "\"serviceTiers\":{\"batch\":{\"input\":\"0.625\",\"output\":\"5\"}}}";

  /** Recorded one by one, they would take ten minutes: an org may record 60 a minute. */
  private static final String VERSIONS =
      """
      INSERT INTO pricing.price_version
          (id, book_version, org_id, provider, model_name, effective_from, recorded_by, source, rates)
      SELECT 'manual:org-' || n %% 50 || '#' || n, 1000000 + n, 'org-' || n %% 50, 'provider',
             'a-model-with-a-name-' || n / 50, '2026-01-01', 'bench', 'manual', '%s'
      FROM generate_series(0, 24999) n""";

  private static final String ALIASES =
      """
      INSERT INTO pricing.model_alias
          (id, book_version, org_id, provider, alias, effective_from, recorded_by, target_provider,
           target_model_name)
      SELECT 'alias:org-' || n % 50 || '#' || n, 1100000 + n, 'org-' || n % 50, 'provider',
             'deployment-with-a-name-' || n / 50, '2026-01-01', 'bench', 'openai', 'gpt-4o'
      FROM generate_series(0, 9999) n""";

  private final BenchStack stack;

  FullPriceBook(BenchStack stack) {
    this.stack = stack;
  }

  /** A price that is recorded as usual comes last, so that the services take the book. */
  String fill(ParallelCalls calls) throws SQLException, InterruptedException {
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(VERSIONS.formatted(RATES));
      statement.execute(ALIASES);
    }
    return calls
        .put(
            Component.PRICING_SERVICE,
            1,
            i -> "/v1/prices/provider/last",
            "{\"rates\":{\"input\":\"1\",\"output\":\"2\"}}")
        .toString();
  }
}
