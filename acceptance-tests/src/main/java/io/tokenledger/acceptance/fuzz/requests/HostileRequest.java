package io.tokenledger.acceptance.fuzz.requests;

import io.tokenledger.local.Component;
import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire.
 *
 * @param wellFormed whether it is HTTP at all, so that an answer is due
 * @param documented whether it is an operation of the document, so that a refusal is due as the
 *     document says
 */
record HostileRequest(
    Component service,
    String method,
    String path,
    byte[] bytes,
    boolean wellFormed,
    boolean documented) {

  private static final int LARGE = 64 * 1024;
  private static final int SHOWN = 1_500;

  /** A server may refuse it, and close, before it has read all of it. */
  boolean isLarge() {
    return bytes.length > LARGE;
  }

  /** Its beginning, without what its token is good for. */
  @Override
  public String toString() {
    String text = new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.ISO_8859_1);
    return service.label() + ": " + text.replaceAll("(?i)(bearer .{6})[^\r\n]*", "$1...");
  }
}
