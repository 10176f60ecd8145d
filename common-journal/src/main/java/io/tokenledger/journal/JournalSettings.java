package io.tokenledger.journal;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param directory made when it is not there; nothing else may be kept in it
 * @param maxBytes of all segments together
 * @param segmentBytes of one segment, and of the largest record
 * @param syncEvery what was written is forced to the disk this often at most: what the death of the
 *     machine, but not of the process, can lose
 * @param confirmSynced whether an append is confirmed only when it was forced to the disk
 */
public record JournalSettings(
    Path directory, long maxBytes, int segmentBytes, Duration syncEvery, boolean confirmSynced) {

  private static final long GIBIBYTE = 1024L * 1024 * 1024;
  private static final int SEGMENT_BYTES = 16 * 1024 * 1024;
  private static final Duration SYNC_EVERY = Duration.ofMillis(20);

  public JournalSettings {
    if (segmentBytes <= RecordFormat.HEADER_BYTES || maxBytes < segmentBytes) {
      throw new IllegalArgumentException(
          "A journal must have room for one segment, and a segment for one record.");
    }
  }

  /** One gibibyte in segments of 16 MiB; an append is confirmed when it was written. */
  public static JournalSettings in(Path directory) {
    return new JournalSettings(directory, GIBIBYTE, SEGMENT_BYTES, SYNC_EVERY, false);
  }

  /** Segments of at most a sixteenth of it, so that acknowledging soon gives room. */
  public JournalSettings withMaxBytes(long bytes) {
    int segment =
        (int) Math.min(SEGMENT_BYTES, Math.max(bytes / 16, 1 + RecordFormat.HEADER_BYTES));
    return new JournalSettings(directory, bytes, segment, syncEvery, confirmSynced);
  }

  public JournalSettings withSegmentBytes(int bytes) {
    return new JournalSettings(directory, maxBytes, bytes, syncEvery, confirmSynced);
  }

  public JournalSettings withSyncEvery(Duration time) {
    return new JournalSettings(directory, maxBytes, segmentBytes, time, confirmSynced);
  }

  public JournalSettings withConfirmSynced(boolean synced) {
    return new JournalSettings(directory, maxBytes, segmentBytes, syncEvery, synced);
  }
}
