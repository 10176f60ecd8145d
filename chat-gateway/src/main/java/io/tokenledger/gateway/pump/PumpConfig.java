package io.tokenledger.gateway.pump;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of what a call may take, and for how long it may stand still. */
@ConfigMapping(prefix = "tokenledger.gateway")
public interface PumpConfig {

  /** The largest body of a metered call; it is held in memory until the upstream has it. */
  @WithDefault("67108864")
  long maxRequestBytes();

  /** Of all bodies that are held at once; those of one org may be half of it. */
  @WithDefault("268435456")
  long maxBufferedBytes();

  /** Calls that are open at once. */
  @WithDefault("8192")
  int maxOpen();

  /** Calls of one org that are open at once. */
  @WithDefault("2048")
  int maxOpenPerOrg();

  /** After so long without a byte, a body that is not complete is given up. */
  @WithDefault("30s")
  Duration bodyPatience();

  /** A body that is not complete after so long is given up, though it comes on. */
  @WithDefault("10m")
  Duration bodyTimeout();

  /** After so long without a byte, a stream of events gets a comment. */
  @WithDefault("15s")
  Duration keepAlive();

  /** A client that reads nothing for so long, while something waits for it, has left. */
  @WithDefault("60s")
  Duration clientPatience();

  /** For how long an answer is read on after its client left. */
  @WithDefault("60s")
  Duration drainPatience();

  /** How much of an answer is read on after its client left, in bytes. */
  @WithDefault("33554432")
  long drainBytes();

  /**
   * Answers that are read on at once after their clients left, those of one org half of them;
   * others are broken off.
   */
  @WithDefault("256")
  int maxDrains();
}
