package io.tokenledger.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A plain Java program that records without end until it is killed, and tells how many of its first
 * events are on the disk. Its events are {@code NAME-0}, {@code NAME-1}, …
 */
public final class RecordingProcess {

  private static final String JOURNALLED = "journalled ";

  private final Process process;
  private final BufferedReader said;
  private int journalled;

  private RecordingProcess(Process process) {
    this.process = process;
    this.said = process.inputReader();
  }

  /**
   * @param eventsPerMs at most
   */
  public static RecordingProcess start(
      String url, Path directory, String org, String token, String name, int eventsPerMs)
      throws IOException {
    return new RecordingProcess(
        ChildProcess.start(
            List.of(),
            RecordingProcess.class,
            url,
            directory.toString(),
            org,
            token,
            name,
            Integer.toString(eventsPerMs)));
  }

  /** Until it has told so often that there is more on the disk. */
  public void awaitLines(int lines) throws IOException {
    String last = "";
    for (int left = lines; left > 0; ) {
      String line = said.readLine();
      if (line == null) {
        throw new IOException("The recording process ended by itself: " + last);
      }
      last = line;
      left -= counted(line) ? 1 : 0;
    }
  }

  /**
   * With SIGKILL.
   *
   * @return how many of its first events are on the disk at least
   */
  public int kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      counted(line);
    }
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new IOException("The recording process does not end.");
    }
    said.close();
    return journalled;
  }

  /** A line that its death has cut is none. */
  private boolean counted(String line) {
    if (line.startsWith(JOURNALLED) && line.endsWith(".")) {
      journalled = Integer.parseInt(line.substring(JOURNALLED.length(), line.length() - 1));
      return true;
    }
    return false;
  }

  /** Records until it is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    UsageTracker tracker =
        Trackers.to(arguments[0])
            .journal(Path.of(arguments[1]))
            .org(arguments[2])
            .token(arguments[3])
            .linger(Duration.ZERO)
            .start();
    int eventsPerMs = Integer.parseInt(arguments[5]);
    long said = 0;
    for (int i = 0; ; i++) {
      tracker.record(Trackers.event(tracker, arguments[4] + "-" + i));
      long now = tracker.stats().journalled();
      if (now > said) {
        said = now;
        System.out.println(JOURNALLED + now + ".");
      }
      if (i % eventsPerMs == 0) {
        Thread.sleep(1);
      }
    }
  }
}
