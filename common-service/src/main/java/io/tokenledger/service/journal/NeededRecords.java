package io.tokenledger.service.journal;

import java.util.TreeSet;

/** Which records of a journal are still needed: it may forget those before the first of them. */
public final class NeededRecords {

  private final TreeSet<Long> positions = new TreeSet<>();

  public void add(long position) {
    positions.add(position);
  }

  public void remove(long position) {
    positions.remove(position);
  }

  /**
   * The first of them.
   *
   * @param next the position of the first record that was not read
   */
  public long first(long next) {
    return positions.isEmpty() ? next : positions.first();
  }
}
