package io.tokenledger.prices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the price book. */
@ConfigMapping(prefix = "tokenledger.prices")
public interface PricesConfig {

  /**
   * How often this replica looks whether another one changed the book; a change is seen within
   * twice this time.
   */
  @WithDefault("1s")
  Duration refreshEvery();

  /** How often the book's version is announced again, so that a lost announcement heals. */
  @WithDefault("30s")
  Duration announceEvery();

  /** How long a change of a price waits for Kafka before it is answered all the same. */
  @WithDefault("2s")
  Duration announceTimeout();

  /**
   * How many price versions an org may have of its own, those that end a price included. Everyone
   * who prices holds the book in memory.
   */
  @WithDefault("500")
  int maxVersionsPerOrg();

  /** How many KiB of JSON the rates of these versions may have together. */
  @WithDefault("128")
  int maxRatesKibPerOrg();

  /** How many aliases an org may record, those that end one included. */
  @WithDefault("200")
  int maxAliasesPerOrg();

  /** How many price factors an org may record, those that end one included. */
  @WithDefault("200")
  int maxFactorsPerOrg();

  /**
   * How many prices, aliases and factors an org may record within a minute: each renews the book.
   */
  @WithDefault("60")
  int maxChangesPerMinute();
}
