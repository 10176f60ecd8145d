package io.tokenledger.gateway.answer;

import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.Target;

/** Chooses the tap of an answer, by what the answer says of itself and not by what was asked. */
public final class AnswerTaps {

  private AnswerTaps() {}

  /**
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
    throw new UnsupportedOperationException();
  }
}
