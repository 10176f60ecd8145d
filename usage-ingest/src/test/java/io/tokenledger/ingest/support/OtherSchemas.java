package io.tokenledger.ingest.support;

import io.tokenledger.service.testing.LedgerServers;
import org.flywaydb.core.Flyway;

/** The schemas of the services that do not run here, as they would have made them. */
public final class OtherSchemas {

  private OtherSchemas() {}

  public static void migrate() {
    migrate("access", "tokenledger_query");
    migrate("rollup", "tokenledger_aggregator");
  }

  private static void migrate(String schema, String owner) {
    Flyway.configure(Thread.currentThread().getContextClassLoader())
        .dataSource(LedgerServers.jdbcUrl(), owner, LedgerServers.PASSWORD)
        .locations("db/" + schema)
        .schemas(schema)
        .load()
        .migrate();
  }
}
