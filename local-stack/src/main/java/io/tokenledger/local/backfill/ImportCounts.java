package io.tokenledger.local.backfill;

import io.tokenledger.events.TokenClass;
import io.tokenledger.events.UsageEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What became of the lines of an import. */
public final class ImportCounts {

  /** Reasons are sentences of ours; what a file puts into one must not fill the memory. */
  private static final int MAX_REASONS = 20;

  private static final String OTHER_REASONS = "for other reasons";

  private final Instant edge;
  private final long[] tokens = new long[TokenClass.ALL.size()];
  private final Map<String, Long> notCounted = new TreeMap<>();
  private final Map<String, Long> refusedByCode = new TreeMap<>();
  private long events;
  private long skipped;
  private long refused;
  private long tooLate;
  private long withoutTime;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  /**
   * @param edge what occurred before is too late for the ledger
   */
  public ImportCounts(Instant edge) {
    this.edge = edge;
  }

  void addEvent(UsageEvent event, boolean tellsTime) {
    events++;
    event.tokens().addTo(tokens, 1);
    if (!tellsTime) {
      withoutTime++;
      return;
    }
    tooLate += event.occurredAt().isBefore(edge) ? 1 : 0;
    first = event.occurredAt().isBefore(first) ? event.occurredAt() : first;
    last = event.occurredAt().isAfter(last) ? event.occurredAt() : last;
  }

  public void addAcknowledgedBefore() {
    skipped++;
  }

  void addRefused(String code) {
    refused++;
    refusedByCode.merge(code, 1L, Long::sum);
  }

  void addNotCounted(String why) {
    boolean known = notCounted.containsKey(why) || notCounted.size() < MAX_REASONS;
    notCounted.merge(known ? why : OTHER_REASONS, 1L, Long::sum);
  }

  /** Lines, or rows, that are not empty. */
  public long lines() {
    return events + refused + notCounted.values().stream().mapToLong(Long::longValue).sum();
  }

  public long events() {
    return events;
  }

  /** Of the events, those that an earlier run that was stopped has sent. */
  public long acknowledgedBefore() {
    return skipped;
  }

  public long refused() {
    return refused;
  }

  public Map<String, Long> refusedByCode() {
    return refusedByCode;
  }

  /** Lines of which nothing counts, by the reason. */
  public Map<String, Long> notCounted() {
    return notCounted;
  }

  public long tooLate() {
    return tooLate;
  }

  public long withoutTime() {
    return withoutTime;
  }

  /** Of the events that tell their time; later than {@link #last} when there is none. */
  public Instant first() {
    return first;
  }

  public Instant last() {
    return last;
  }

  /** Of all events, by the ordinals of the classes. */
  public long[] tokens() {
    return Arrays.copyOf(tokens, tokens.length);
  }
}
