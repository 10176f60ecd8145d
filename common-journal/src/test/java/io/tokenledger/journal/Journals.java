package io.tokenledger.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests do with journals again and again. */
final class Journals {

  static final byte TYPE = 7;

  private Journals() {}

  /** Small segments, so that a few records fill several. */
  static JournalSettings small(Path directory) {
    return new JournalSettings(directory, 64 * 1024, 256, Duration.ofMillis(20), false);
  }

  static Journal open(JournalSettings settings, List<Damage> damages) {
    try {
      return Journal.open(settings, damages::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long append(Journal journal, String text) {
    return journal.append(TYPE, text.getBytes(StandardCharsets.UTF_8)).join();
  }

  static List<JournalRecord> records(Journal journal) {
    List<JournalRecord> all = new ArrayList<>();
    try (JournalReader reader = journal.read()) {
      Optional<JournalRecord> next = reader.next();
      while (next.isPresent()) {
        all.add(next.get());
        next = reader.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static List<String> texts(Journal journal) {
    return records(journal).stream()
        .map(record -> new String(record.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  static List<Path> segments(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".journal")).sorted().toList();
    }
  }

  static Path temporary() throws IOException {
    return Files.createTempDirectory("journal-test-");
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
