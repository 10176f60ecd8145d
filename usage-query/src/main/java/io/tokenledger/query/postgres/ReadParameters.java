package io.tokenledger.query.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Converts domain values to statement parameters. */
public final class ReadParameters {

  private ReadParameters() {}

  /** NULL for a filter that lets everything pass. */
  public static String fromFilter(String filter) {
    return filter.isEmpty() ? null : filter;
  }

  public static OffsetDateTime fromInstant(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static OffsetDateTime[] fromInstants(List<Instant> instants) {
    return instants.stream().map(ReadParameters::fromInstant).toArray(OffsetDateTime[]::new);
  }
}
