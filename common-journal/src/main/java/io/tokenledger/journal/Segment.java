package io.tokenledger.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One file of records, and how far it can be read. */
final class Segment {

  private static final String SUFFIX = ".journal";

  private final Path file;
  private final long base;
  private volatile long end;

  private Segment(Path file, long base, long end) {
    this.file = file;
    this.base = base;
    this.end = end;
  }

  /** An empty one. */
  static Segment begun(Path directory, long base) {
    return new Segment(
        directory.resolve(String.format(Locale.ROOT, "%020d%s", base, SUFFIX)), base, base);
  }

  /** Those of the directory, oldest first. */
  static List<Segment> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{19,20}\\" + SUFFIX))
          .sorted()
          .map(Segment::found)
          .toList();
    }
  }

  private static Segment found(Path file) {
    String name = file.getFileName().toString();
    long base = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    return new Segment(file, base, base + file.toFile().length());
  }

  Path file() {
    return file;
  }

  long base() {
    return base;
  }

  /** The position after the last record that was written whole. */
  long end() {
    return end;
  }

  long bytes() {
    return end - base;
  }

  void endsAt(long position) {
    end = position;
  }
}
