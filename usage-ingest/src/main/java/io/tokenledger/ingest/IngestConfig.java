package io.tokenledger.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set of usage-ingest. */
@ConfigMapping(prefix = "tokenledger")
public interface IngestConfig {

  /**
   * Days that raw events are kept, and so how late an event may come. The default is five years, as
   * invoices are usually kept.
   */
  @WithName("retention.days")
  @WithDefault("1826")
  int retentionDays();

  Ingest ingest();

  Pricing pricing();

  default Duration retention() {
    return Duration.ofDays(retentionDays());
  }

  /** The way from {@code usage.events} to {@code usage.recorded}. */
  interface Ingest {

    /** Threads that consume partitions, each with its own Kafka transaction. */
    @WithDefault("2")
    int lanes();

    /** Events handled at once by a lane, at most. */
    @WithDefault("4000")
    int batchSize();

    /**
     * Names the instance's Kafka transactions; must be unique. With a name that survives a restart,
     * a crashed instance's open transaction is ended at once rather than by its time-out.
     */
    Optional<String> instanceId();
  }

  /** Where the price book comes from. */
  interface Pricing {

    @WithDefault("http://localhost:8082")
    URI url();

    /** A bearer token with the scope {@code prices:read}. */
    Optional<String> token();

    /** How often the book is asked for when no change was announced. */
    @WithDefault("10s")
    Duration refresh();
  }
}
