package io.tokenledger.local.backfill.sending;

import io.tokenledger.local.backfill.resume.SentLines;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How far it is: a bar on a terminal, elsewhere a line now and then. */
public final class ImportProgress {

  private static final long TERMINAL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PLAIN_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int BAR = 30;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final String file;
  private final long length;
  private final String done;
  private final long everyNanos;
  private final long begin = System.nanoTime();
  private long shownAtNanos = begin;

  /**
   * @param length of the file in bytes
   * @param done what is counted, such as {@code acknowledged}
   */
  public ImportProgress(PrintStream out, boolean terminal, String file, long length, String done) {
    this.done = done;
    this.out = out;
    this.terminal = terminal;
    this.file = file;
    this.length = length;
    everyNanos = terminal ? TERMINAL_EVERY_NANOS : PLAIN_EVERY_NANOS;
  }

  void at(long line, long position, SentLines sent) {
    long now = System.nanoTime();
    if (now - shownAtNanos < everyNanos) {
      return;
    }
    shownAtNanos = now;
    int percent = length == 0 ? 100 : (int) (position * 100 / length);
    long acknowledged = sent.count();
    long perSecond = acknowledged * TimeUnit.SECONDS.toNanos(1) / Math.max(1, now - begin);
    String figures =
        String.format(
            Locale.ROOT,
            "%d %%, line %,d, %,d %s, %,d/s",
            percent,
            line,
            acknowledged,
            done,
            perSecond);
    if (terminal) {
      int full = percent * BAR / 100;
      out.print(CLEAR_LINE + "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + figures);
      out.flush();
    } else {
      out.println(file + ": " + figures);
    }
  }

  /** A sentence above what is shown from now on. */
  public void say(String sentence) {
    end();
    out.println(sentence);
  }

  /** The bar goes. */
  public void end() {
    if (terminal) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
