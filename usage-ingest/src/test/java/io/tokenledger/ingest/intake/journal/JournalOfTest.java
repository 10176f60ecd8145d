package io.tokenledger.ingest.intake.journal;

import java.nio.file.Path;
import java.time.Duration;

/** Settings of a journal as a test wants them. */
record JournalOfTest(Path directory, long maxBytes) implements IntakeJournalConfig {

  /** The least that a journal may have. */
  static final long SMALL = 4L * 1024 * 1024;

  @Override
  public Duration syncEvery() {
    return Duration.ofMillis(20);
  }

  @Override
  public boolean waitForSync() {
    return true;
  }

  @Override
  public Duration flushAtEnd() {
    return Duration.ofMillis(100);
  }
}
