package io.tokenledger.ingest.support;

import io.tokenledger.ingest.RetentionConfig;
import java.time.Duration;

/** A retention window of our choice. */
public record KeptDays(int days) implements RetentionConfig {

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }
}
