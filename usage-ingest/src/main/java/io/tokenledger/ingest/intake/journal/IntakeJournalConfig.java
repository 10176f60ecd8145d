package io.tokenledger.ingest.intake.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What an operator can set of the journal of what senders do not send again. */
@ConfigMapping(prefix = "tokenledger.ingest.intake.journal")
public interface IntakeJournalConfig {

  /** A directory of this instance alone, that survives its restart. */
  @WithDefault("intake-journal")
  Path directory();

  /** Bytes of the journal at most: about 1,000 for a call. */
  @WithDefault("1073741824")
  long maxBytes();

  /** What was written is forced to the disk this often. */
  @WithDefault("20ms")
  Duration syncEvery();

  /**
   * Whether an answer waits until what it confirms has been forced to the disk, so that the death
   * of the machine loses none of it. Nobody waits for these answers.
   */
  @WithDefault("true")
  boolean waitForSync();

  /** How long the end of the service waits until Kafka has what is in the journal. */
  @WithDefault("10s")
  Duration flushAtEnd();
}
