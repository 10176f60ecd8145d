package io.tokenledger.local.backfill.resume;

/**
 * Up to which line everything is acknowledged. Acknowledgements come in any order; how many lines
 * are on the way is bounded, and so is its memory.
 */
public final class SentLines {

  private final long[] lines;
  private final boolean[] acknowledged;
  private long begun;
  private long done;
  private long upTo;
  private long count;
  private Exception failure;

  /**
   * @param maxOnTheWay how many lines are on the way at most
   */
  public SentLines(int maxOnTheWay) {
    lines = new long[maxOnTheWay];
    acknowledged = new boolean[maxOnTheWay];
  }

  /**
   * A line is about to be sent; waits while too many are on the way.
   *
   * @param line higher than the one before
   * @return what to call it when it is acknowledged; -1 once a line was not taken
   */
  public synchronized long begin(long line) throws InterruptedException {
    while (begun - done == lines.length && failure == null) {
      wait();
    }
    if (failure != null) {
      return -1;
    }
    lines[(int) (begun % lines.length)] = line;
    return begun++;
  }

  public synchronized void acknowledge(long ticket) {
    count++;
    acknowledged[(int) (ticket % lines.length)] = true;
    while (done < begun && acknowledged[(int) (done % lines.length)]) {
      int at = (int) (done % lines.length);
      acknowledged[at] = false;
      upTo = lines[at];
      done++;
    }
    notifyAll();
  }

  /** A line was not taken; those before it that are on the way may still be. */
  public synchronized void fail(Exception why) {
    failure = failure == null ? why : failure;
    notifyAll();
  }

  /** The first failure; null while there is none. */
  public synchronized Exception failure() {
    return failure;
  }

  /** This line and all before it are acknowledged; 0 while none is. */
  public synchronized long upTo() {
    return upTo;
  }

  /** How many are acknowledged, also those behind one that is not. */
  public synchronized long count() {
    return count;
  }
}
