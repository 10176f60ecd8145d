package io.tokenledger.service.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the history of erased users is rewritten. */
@ConfigMapping(prefix = "tokenledger.erasure")
public interface ErasureConfig {

  /** How often an instance looks for an erasure that was asked for, or was left unfinished. */
  @WithDefault("2s")
  Duration every();

  /** Rows looked at in one transaction. */
  @WithDefault("2000")
  int chunkSize();

  /** How often what no event can need any more is forgotten. */
  @WithDefault("1h")
  Duration forgetEvery();

  /**
   * Whose functions {@code erase_some} and {@code forget_erasures} are called: the service's own.
   */
  @WithDefault("${quarkus.flyway.schemas}")
  String schema();
}
