package io.tokenledger.journal;

import java.nio.file.Path;

/**
 * Something on the disk is not as it was written.
 *
 * @param position in the journal where it begins
 * @param bytes that are passed over
 * @param what happened, as the end of a sentence
 */
public record Damage(Path file, long position, long bytes, String what) {

  /** A sentence for the log. */
  @Override
  public String toString() {
    return "Journal file " + file + ": at position " + position + ", " + bytes + " bytes " + what;
  }
}
