package io.tokenledger.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process, told from a later one that got the same number.
 *
 * @param startTicks when it started, in clock ticks since the machine's boot: field 22 of {@code
 *     /proc/PID/stat}, see proc(5)
 */
public record ProcessIdentity(long pid, long startTicks) {

  /** Field 22, counted from the state (field 3) that follows the name in parentheses. */
  private static final int START_TICKS_AFTER_NAME = 22 - 3;

  /** The process that has this number now; a zombie has ended. */
  public static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return afterName[0].equals("Z")
          ? Optional.empty()
          : Optional.of(
              new ProcessIdentity(pid, Long.parseLong(afterName[START_TICKS_AFTER_NAME])));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public boolean lives() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** Its handle while it lives. */
  public Optional<ProcessHandle> handle() {
    return lives() ? ProcessHandle.of(pid) : Optional.empty();
  }
}
