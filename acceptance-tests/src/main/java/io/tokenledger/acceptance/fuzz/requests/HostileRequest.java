package io.tokenledger.acceptance.fuzz.requests;

import io.tokenledger.local.Component;

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
  private static final int SHOWN = 300;

  /** A server may refuse it, and close, before it has read all of it. */
  boolean isLarge() {
    return bytes.length > LARGE;
  }

  @Override
  public String toString() {
    String text =
        new String(
            bytes, 0, Math.min(bytes.length, 2_000), java.nio.charset.StandardCharsets.ISO_8859_1);
    String withoutToken = text.replaceAll("(?i)(authorization: bearer .{6})[^\r\n]*", "$1...");
    return service.label()
        + ": "
        + withoutToken.substring(0, Math.min(withoutToken.length(), SHOWN * 4));
  }
}
