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
    String modelAsked = asked.model().or(target::modelInPath).orElse("");
    JsonText text = new JsonText();
    AnswerFacts facts = new AnswerFacts(status, text);
    String encoding = lower(contentEncoding);
    boolean plain = encoding.isEmpty() || encoding.equals("identity");
    boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
    UsageNote told = plain ? note : UsageNote.NONE; // what is compressed is not changed
    Kinds kinds = new Kinds(facts, text, new TokenNote(told, modelAsked), plain && hideUsageChunk);
    if (plain) {
      return kinds.of(lower(contentType));
    }
    return gzip ? new GzipTap(kinds.of(lower(contentType))) : new UnreadTap(facts);
  }

  private static String lower(String header) {
    return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
  }
}
