package io.tokenledger.query.access;

import java.util.SortedMap;
import java.util.TreeMap;

/** The caller may not do this; the message is the sentence that the caller reads. */
public final class NotPermittedException extends RuntimeException {

  private final transient SortedMap<Integer, String> whyByRow;

  public NotPermittedException(String why) {
    super(why);
    this.whyByRow = new TreeMap<>();
  }

  /**
   * @param whyByRow of those that are not permitted of several changes, counted from 1; not empty
   */
  public NotPermittedException(SortedMap<Integer, String> whyByRow) {
    super(whyByRow.get(whyByRow.firstKey()));
    this.whyByRow = new TreeMap<>(whyByRow);
  }

  /** Empty where there is one change only. */
  public SortedMap<Integer, String> whyByRow() {
    return whyByRow;
  }
}
