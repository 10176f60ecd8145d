package io.tokenledger.ingest.postgres;

import io.tokenledger.service.postgres.UnnestColumn;
import java.util.List;
import java.util.Set;

/** The columns that {@code raw.usage_event} and {@code raw.event_revision} have both. */
public final class RevisionColumns {

  private static final Set<String> STAYING =
      Set.of(
          "event_key",
          "org_id",
          "event_id",
          "occurred_at",
          "source_topic_id",
          "source_partition",
          "source_offset");

  public static final List<String> ALL =
      RawEventColumns.COLUMNS.stream().map(UnnestColumn::name).toList();

  /** What a revision may say otherwise than the one before. */
  public static final List<String> REVISABLE =
      ALL.stream().filter(name -> !STAYING.contains(name)).toList();

  private RevisionColumns() {}
}
