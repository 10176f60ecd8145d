package io.tokenledger.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The end of a log, to show why a process ended. */
final class LogTail {

  private static final int LINES = 12;
  private static final int BYTES = 8 * 1024;

  private LogTail() {}

  static String of(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(BYTES, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      String[] lines = new String(end, StandardCharsets.UTF_8).strip().split("\n");
      int from = Math.max(0, lines.length - LINES);
      return String.join("\n", Arrays.copyOfRange(lines, from, lines.length));
    } catch (IOException e) {
      return "(no log)";
    }
  }
}
