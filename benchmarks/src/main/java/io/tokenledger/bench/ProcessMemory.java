package io.tokenledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of a process, as Linux counts it in {@code /proc/PID/status} (see proc(5)). */
final class ProcessMemory {

  private static final String PEAK = "VmHWM:";
  private static final String FORGET_THE_PEAK = "5";
  private static final long KIBIBYTES = 1024;

  private ProcessMemory() {}

  /** The peak so far; the next one begins with what is held now. */
  static long takePeakMebibytes(long pid) {
    long peak = peakMebibytes(pid);
    try {
      Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), FORGET_THE_PEAK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return peak;
  }

  static long peakMebibytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
              .filter(line -> line.startsWith(PEAK))
              .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElse(0)
          / KIBIBYTES;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
