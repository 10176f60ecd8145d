package io.tokenledger.service.journal;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.journal.Journal;
import io.tokenledger.journal.JournalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;

/** Opens journals of events. */
public final class EventJournals {

  private static final Logger LOG = Logger.getLogger(EventJournals.class);

  /** So that any event has room in one. */
  private static final int MIN_SEGMENT_BYTES = 2 * UsageLimits.MAX_MESSAGE_BYTES;

  private EventJournals() {}

  /**
   * What is damaged in it is told in the log.
   *
   * @param settings with the operator's own choices
   * @param maxBytesName the name of the setting of its size, for who has chosen too little
   */
  public static Journal open(JournalSettings settings, String maxBytesName) {
    if (settings.maxBytes() < 2 * MIN_SEGMENT_BYTES) {
      throw new IllegalArgumentException(
          maxBytesName + " must be at least " + 2 * MIN_SEGMENT_BYTES);
    }
    try {
      return Journal.open(
          settings.withSegmentBytes(Math.max(settings.segmentBytes(), MIN_SEGMENT_BYTES)),
          LOG::error);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be opened: " + e.getMessage(), e);
    }
  }
}
