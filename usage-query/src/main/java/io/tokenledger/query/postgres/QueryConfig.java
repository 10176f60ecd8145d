package io.tokenledger.query.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator can set of reads. */
@ConfigMapping(prefix = "tokenledger.query")
public interface QueryConfig {

  /** The server ends a statement that takes longer, in milliseconds; 0 is never. */
  @WithDefault("10000")
  int statementTimeoutMs();

  /** How much longer a server that does not even end its statements is waited for. */
  @WithDefault("5s")
  Duration grace();

  /**
   * Reports of all that may be under way at once, from their first row until their clients have
   * taken them; beside these, one that is large.
   */
  @WithDefault("12")
  int maxReports();

  /** Of these, reports of one org; each holds a connection to the database while it is read. */
  @WithDefault("4")
  int maxReportsPerOrg();

  /** Reports of one org that may wait for their turn beside those that run. */
  @WithDefault("64")
  int maxWaitingReportsPerOrg();

  /** How long a report waits for its turn, before it is refused. */
  @WithDefault("5s")
  Duration longestWait();

  /** Rows that a report may have without being a large one. */
  @WithDefault("1000")
  int fewRows();

  /** How long a large report waits until no other is under way, before it is refused. */
  @WithDefault("30s")
  Duration longestWaitOfLarge();

  /** Exports that may run at once, of all orgs; each has a page of rows in memory. */
  @WithDefault("16")
  int maxExports();

  /** Exports of one org that may run at once. */
  @WithDefault("2")
  int maxExportsPerOrg();

  /** How long an export may take in all, before it is ended. */
  @WithDefault("1h")
  Duration exportLongest();

  /** How long a client of an export or a report may take nothing, before it is ended. */
  @WithDefault("60s")
  Duration exportPatience();

  /** How often budgets and the database's statistics are read for the metrics. */
  @WithDefault("30s")
  Duration gaugesEvery();

  /** How long the answer to a few short statements is waited for. */
  default Duration patience() {
    return grace().plusMillis(statementTimeoutMs());
  }
}
