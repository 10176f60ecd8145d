package io.tokenledger.query.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Converts domain values to statement parameters. */
final class ReadParameters {

  private ReadParameters() {}

  /** NULL for a filter that lets everything pass. */
  static String fromFilter(String filter) {
    return filter.isEmpty() ? null : filter;
  }

  static OffsetDateTime fromInstant(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static OffsetDateTime[] fromInstants(List<Instant> instants) {
    return instants.stream().map(ReadParameters::fromInstant).toArray(OffsetDateTime[]::new);
  }
}
