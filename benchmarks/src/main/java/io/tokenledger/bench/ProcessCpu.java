package io.tokenledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The CPU time of processes, as Linux counts it in {@code /proc/PID/stat} (see proc(5)). */
public final class ProcessCpu {

  private static final long MICROS_PER_TICK = 10_000;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;
  private static final int ENDED_CHILDREN_USER_TICKS = 13;
  private static final int ENDED_CHILDREN_SYSTEM_TICKS = 14;

  private ProcessCpu() {}

  /** Of a process, its living descendants, and the children they waited for. */
  public static long microsOfTree(long pid) {
    Stream<Long> pids =
        Stream.concat(
            Stream.of(pid),
            ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid));
    return pids.mapToLong(ProcessCpu::micros).sum();
  }

  private static long micros(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name in parentheses may hold blanks; the fields after it do not.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return MICROS_PER_TICK
          * (Long.parseLong(fields[USER_TICKS])
              + Long.parseLong(fields[SYSTEM_TICKS])
              + Long.parseLong(fields[ENDED_CHILDREN_USER_TICKS])
              + Long.parseLong(fields[ENDED_CHILDREN_SYSTEM_TICKS]));
    } catch (IOException e) {
      return 0; // The process ended meanwhile; its parent has its time.
    }
  }
}
