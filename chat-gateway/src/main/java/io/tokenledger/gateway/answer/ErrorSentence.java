package io.tokenledger.gateway.answer;

import io.tokenledger.events.UsageLimits;
import java.util.Optional;

/** What an upstream says went wrong, fit for an event of the ledger. */
final class ErrorSentence {

  private static final int REPLACEMENT = ' ';

  private ErrorSentence() {}

  static Optional<String> of(String told) {
    StringBuilder sentence = new StringBuilder();
    told.codePoints()
        .limit(UsageLimits.MAX_ERROR_MESSAGE / 2)
        .map(code -> isPlain(code) ? code : REPLACEMENT)
        .forEach(sentence::appendCodePoint);
    return Optional.of(sentence.toString().strip()).filter(text -> !text.isEmpty());
  }

  private static boolean isPlain(int code) {
    boolean half = Character.isBmpCodePoint(code) && Character.isSurrogate((char) code);
    return !half && !Character.isISOControl(code);
  }
}
