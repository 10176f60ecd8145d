package io.tokenledger.service.worker;

import org.jboss.logging.Logger;

/** Work that is done again and again: what failed is taken up by the next turn. */
public final class Attempts {

  private final Logger log;
  private final String what;
  private volatile String failure = "";

  /**
   * @param log of whose work it is
   * @param what the work, as the begin of a sentence
   */
  public Attempts(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  /** The same failure is told once: an outage may last. */
  public void run(Runnable work) {
    try {
      work.run();
      failure = "";
    } catch (RuntimeException e) {
      String told = e.toString();
      if (!told.equals(failure)) {
        log.warnf("%s failed and is tried again: %s", what, told);
      }
      failure = told;
    }
  }
}
