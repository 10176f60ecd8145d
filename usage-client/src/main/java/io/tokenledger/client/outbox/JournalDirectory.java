package io.tokenledger.client.outbox;

import io.tokenledger.journal.Journal;
import io.tokenledger.journal.JournalException;
import io.tokenledger.journal.JournalSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A directory of journals, one for each process that has it open at a time: several instances of a
 * program, or the next release of it beside the last. Whoever starts takes the first that is free,
 * and sends on what is left in others that nobody has.
 */
public final class JournalDirectory {

  /** Processes with one directory; more of them keep their events in memory. */
  private static final int MAX_PROCESSES = 16;

  /** An event of a mebibyte must fit. */
  private static final int MIN_SEGMENT_BYTES = 2 * 1024 * 1024;

  /** What the death of the machine can lose; seldom, for the disk is the program's. */
  private static final Duration SYNC_EVERY = Duration.ofSeconds(1);

  private final Path directory;
  private final long maxBytes;
  private final long maxWaitingBytes;
  private final Consumer<String> troubles;

  /**
   * @param maxBytes of each journal
   * @param maxWaitingBytes of memory for what waits to be written
   * @param troubles told sentences, from any thread
   */
  public JournalDirectory(
      Path directory, long maxBytes, long maxWaitingBytes, Consumer<String> troubles) {
    this.directory = directory;
    this.maxBytes = maxBytes;
    this.maxWaitingBytes = maxWaitingBytes;
    this.troubles = troubles;
  }

  /**
   * The first is for what this process records, the others are what was left. Empty, and told,
   * where the disk permits none.
   */
  public List<Outbox> open() {
    List<Outbox> opened = new ArrayList<>();
    if (!isMade()) {
      return opened;
    }
    for (int i = 0; i < MAX_PROCESSES; i++) {
      Path each = directory.resolve("process-" + i);
      if (opened.isEmpty() || Files.isDirectory(each)) {
        open(each).ifPresent(found -> keep(found, opened));
      }
    }
    if (opened.isEmpty()) {
      troubles.accept(
          "No journal can be kept in " + directory + ": what is recorded stays in memory.");
    }
    return opened;
  }

  private boolean isMade() {
    try {
      Files.createDirectories(directory);
      return true;
    } catch (IOException e) {
      troubles.accept(
          "The directory of the journal cannot be made, what is recorded stays in memory: " + e);
      return false;
    }
  }

  private static void keep(Outbox found, List<Outbox> opened) {
    if (opened.isEmpty() || !found.isEmpty()) {
      opened.add(found);
    } else {
      found.close();
    }
  }

  private Optional<Outbox> open(Path each) {
    try {
      Journal journal = Journal.open(settings(each), damage -> troubles.accept(damage.toString()));
      return Optional.of(new JournalOutbox(journal, maxWaitingBytes, troubles));
    } catch (JournalException e) {
      return Optional.empty(); // another process has it
    } catch (IOException e) {
      troubles.accept("The journal " + each + " cannot be opened: " + e);
      return Optional.empty();
    }
  }

  private JournalSettings settings(Path each) {
    JournalSettings settings = JournalSettings.in(each).withMaxBytes(maxBytes);
    return settings
        .withSegmentBytes(Math.max(settings.segmentBytes(), MIN_SEGMENT_BYTES))
        .withSyncEvery(SYNC_EVERY);
  }
}
