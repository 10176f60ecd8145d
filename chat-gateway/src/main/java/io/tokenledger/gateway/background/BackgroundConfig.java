package io.tokenledger.gateway.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of responses in the background, and when the provider is asked for them. */
@ConfigMapping(prefix = "tokenledger.gateway.background")
public interface BackgroundConfig {

  /** Responses of one org whose end is not known. */
  @WithDefault("1000")
  int maxPendingPerOrg();

  /** How often it is looked which responses are to be asked for. */
  @WithDefault("2s")
  Duration lookEvery();

  /** A response is asked for so long after it began; then after a quarter of its age. */
  @WithDefault("10s")
  Duration firstLook();

  /** But not more seldom than this. */
  @WithDefault("1h")
  Duration longestWait();

  /** A response whose end nobody has seen for so long is given up: its usage is not known. */
  @WithDefault("24h")
  Duration patience();

  /** So long it is known where a response is whose event was sent, and whose it is. */
  @WithDefault("720h")
  Duration keptFor();

  /** How often what need not be known any longer is deleted. */
  @WithDefault("10m")
  Duration forgetEvery();
}
