package io.tokenledger.gateway.answer;

import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.JsonText;
import io.tokenledger.gateway.request.Target;
import java.util.Locale;

/** Chooses the tap of an answer, by what the answer says of itself and not by what was asked. */
public final class AnswerTaps {

  private AnswerTaps() {}

  /**
   * Where a usage chunk is hidden or a note told, the answer may change: its {@code content-length}
   * must not go on.
   *
   * @param contentType null when the answer names none
   * @param contentEncoding null when the answer names none
   * @param hideUsageChunk only when we asked for usage and the client did not
   */
  public static AnswerTap of(
      Target target,
      Asked asked,
      int status,
      String contentType,
      String contentEncoding,
      boolean hideUsageChunk,
      UsageNote note) {
    String model = asked.model().or(target::modelInPath).orElse("");
    return of(status, contentType, contentEncoding, hideUsageChunk, new TokenNote(note, model));
  }

  /** Of an answer that is only read: nothing of it changes. */
  public static AnswerTap of(int status, String contentType, String contentEncoding) {
    return of(status, contentType, contentEncoding, false, new TokenNote(UsageNote.NONE, ""));
  }

  private static AnswerTap of(
      int status, String contentType, String contentEncoding, boolean hide, TokenNote note) {
    JsonText text = new JsonText();
    AnswerFacts facts = new AnswerFacts(status, text);
    String encoding = lower(contentEncoding);
    boolean plain = encoding.isEmpty() || encoding.equals("identity");
    boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
    TokenNote told = plain ? note : new TokenNote(UsageNote.NONE, ""); // compressed: not changed
    Kinds kinds = new Kinds(facts, text, told, plain && hide);
    if (plain) {
      return kinds.of(lower(contentType));
    }
    return gzip ? new GzipTap(kinds.of(lower(contentType))) : new UnreadTap(facts);
  }

  private static String lower(String header) {
    return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
  }
}
