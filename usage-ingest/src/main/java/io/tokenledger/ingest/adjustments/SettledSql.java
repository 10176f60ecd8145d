package io.tokenledger.ingest.adjustments;

/**
 * Which raw events {@code e} may change. Settled: not above what the rollups count, and either
 * below what is published for good or of an epoch that is over, so that no lane reads it again,
 * whatever becomes of Kafka's offsets. Both only ever rise.
 */
public final class SettledSql {

  /** What the conditions ask, to be put behind {@code raw.usage_event e}. */
  public static final String JOINS =
      """
      LEFT JOIN raw.published_position p
        ON p.topic_id = e.source_topic_id AND p.source_partition = e.source_partition
      LEFT JOIN rollup.usage_counted c
        ON c.org_id = e.org_id AND c.source_topic_id = e.source_topic_id
          AND c.source_partition = e.source_partition
      """;

  public static final String SETTLED =
      """
      coalesce(e.source_offset <= c.counted_through AND (e.source_offset < p.published_below
          OR e.source_topic_id <> (SELECT epoch FROM raw.current_source)), false)""";

  /** Whether the rollups count every earlier change of it. */
  public static final String UNADJUSTED =
      """
      NOT EXISTS (
          SELECT FROM raw.cost_adjustment a LEFT JOIN rollup.adjustments_counted k USING (org_id)
          WHERE a.event_key = e.event_key AND a.org_id = e.org_id
            AND a.sequence > coalesce(k.counted_through, 0))""";

  private SettledSql() {}
}
