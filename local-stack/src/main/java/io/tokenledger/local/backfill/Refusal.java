package io.tokenledger.local.backfill;

/**
 * Why no event came of a line, without its content.
 *
 * @param line where it begins; the first is 1
 * @param code as in dead letters
 * @param detail a sentence that names the field and what is allowed
 */
public record Refusal(long line, String code, String detail) {}
