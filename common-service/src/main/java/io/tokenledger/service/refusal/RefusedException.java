package io.tokenledger.service.refusal;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is asked for is refused; the message is the sentence that the caller reads. For subjects,
 * which know no HTTP: {@code service.http} answers it.
 */
public final class RefusedException extends RuntimeException {

  private final Reason reason;
  private final transient SortedMap<Integer, String> whyByRow;

  public RefusedException(Reason reason, String why) {
    super(why);
    this.reason = reason;
    this.whyByRow = new TreeMap<>();
  }

  /**
   * @param whyByRow of those that are refused of several changes, counted from 1; not empty
   */
  public RefusedException(Reason reason, SortedMap<Integer, String> whyByRow) {
    super(whyByRow.get(whyByRow.firstKey()));
    this.reason = reason;
    this.whyByRow = new TreeMap<>(whyByRow);
  }

  public Reason reason() {
    return reason;
  }

  /** Empty where there is one change only. */
  public SortedMap<Integer, String> whyByRow() {
    return whyByRow;
  }

  /** Of what kind a refusal is. */
  public enum Reason {
    /** What is asked for is not there. */
    MISSING,
    /** Things are such that it cannot be done. */
    CONFLICT,
    NOT_PERMITTED,
    /** Who calls is not known. */
    NOT_SIGNED_IN,
    /** More is asked for than is answered. */
    TOO_MUCH,
    /** It was tried too often. */
    TOO_OFTEN,
    /** As much of the caller's org runs at once as may: that is its share. */
    ORG_BUSY,
    /** As much runs at once as may, of all together. */
    ALL_BUSY
  }
}
