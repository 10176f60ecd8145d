package io.tokenledger.gateway.accounting;

import io.tokenledger.events.EventText;
import io.tokenledger.gateway.answer.Reading;
import java.util.Locale;
import java.util.Optional;

/** Whether a call did what it was asked to, and what went wrong when it did not. */
final class CallOutcome {

  private CallOutcome() {}

  /** An answer that came to its end counts, whether or not the client stayed to hear it. */
  static boolean isSuccess(EndedCall ended) {
    return isSuccess(ended.reading()) && mayEndWell(ended.how());
  }

  private static boolean isSuccess(Reading reading) {
    return reading.ended() && reading.success();
  }

  private static boolean mayEndWell(How how) {
    return how.kind() != How.Kind.UPSTREAM_REFUSED && how.kind() != How.Kind.CANCELLED;
  }

  /** Empty for a success. */
  static Optional<String> errorMessage(EndedCall ended) {
    if (isSuccess(ended)) {
      return Optional.empty();
    }
    String sentence = sentence(ended.how());
    return ended
        .reading()
        .errorMessage()
        .map(EventText::withoutSecrets)
        .map(told -> says(ended.how()) ? sentence + ": " + told : told)
        .or(() -> Optional.of(sentence));
  }

  /** Where the answer ended by its own word, its own error says it all. */
  private static boolean says(How how) {
    return how.kind() != How.Kind.COMPLETED;
  }

  /** A word to search for, and what it means. */
  static String sentence(How how) {
    String word = how.kind().name().toLowerCase(Locale.ROOT);
    String status = how.status() == 0 ? "" : " with status " + how.status();
    return word + ": " + how.kind().sentence() + status;
  }
}
