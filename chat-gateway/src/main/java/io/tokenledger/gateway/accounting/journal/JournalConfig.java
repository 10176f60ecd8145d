package io.tokenledger.gateway.accounting.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What an operator can set of the journal, where events wait until Kafka has them. */
@ConfigMapping(prefix = "tokenledger.gateway.journal")
public interface JournalConfig {

  /** A directory of this instance alone, that survives its restart. */
  @WithDefault("gateway-journal")
  Path directory();

  /**
   * Bytes of the journal at most: about 1,500 for a call. New calls get three quarters of it; the
   * rest is for the ends of those that run.
   */
  @WithDefault("1073741824")
  long maxBytes();

  /** What was written is forced to the disk this often: what the death of the machine can lose. */
  @WithDefault("20ms")
  Duration syncEvery();

  /**
   * Whether a call waits, before it goes out, until it has been forced to the disk, so that the
   * death of the machine loses none.
   */
  @WithDefault("false")
  boolean waitForSync();

  /** What becomes of calls when the journal or its disk is full: pass or refuse. */
  @WithDefault("pass")
  OnFull onFull();

  /** How long the end of the service waits until Kafka has what is in the journal. */
  @WithDefault("10s")
  Duration flushAtEnd();
}
