package io.tokenledger.ingest;

import java.time.Duration;

/** A retention window of our choice. */
record KeptDays(int days) implements RetentionConfig {

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }
}
