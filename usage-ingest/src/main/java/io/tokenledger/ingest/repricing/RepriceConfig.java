package io.tokenledger.ingest.repricing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events get a new cost after they were recorded. */
@ConfigMapping(prefix = "tokenledger.reprice")
public interface RepriceConfig {

  /** How often an instance looks for something to reprice. */
  @WithDefault("1s")
  Duration every();

  /** Raw events looked at in one transaction. */
  @WithDefault("4000")
  int chunkSize();

  /**
   * How often it is looked whether unpriced events have come that were held against another price
   * book than this instance's: another instance may have an older one. A new book is tried at once.
   */
  @WithDefault("1m")
  Duration lookAgain();

  /**
   * How often all unpriced events are held against the price book that was held against them
   * before: an instance of another release may know less of the same book, or may not tell of what
   * it stores; a restored database may hold what was priced since.
   */
  @WithDefault("1h")
  Duration lookAtAll();
}
