package io.tokenledger.local.backfill;

import io.tokenledger.events.InvalidEventException;

/**
 * Why no event came of a line, without its content.
 *
 * @param line where it begins; the first is 1
 * @param code as in dead letters
 * @param detail a sentence that names the field and what is allowed
 */
public record Refusal(long line, String code, String detail) {

  /** What the decoder says; its message is the line, so that of places only the column counts. */
  public static Refusal of(long line, InvalidEventException refused) {
    String detail = refused.getMessage().replace("(line 1, column", "(column");
    return new Refusal(line, refused.code().code(), detail);
  }
}
