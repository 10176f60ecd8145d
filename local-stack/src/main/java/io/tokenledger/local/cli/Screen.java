package io.tokenledger.local.cli;

import io.tokenledger.local.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says it on the screen, and with the time in the log of the supervisor. */
final class Screen implements Progress {

  private final Path log;

  Screen(Path log) {
    this.log = log;
  }

  @Override
  public synchronized void say(String line) {
    System.out.println(line);
    try {
      Files.writeString(
          log,
          Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line.strip() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
