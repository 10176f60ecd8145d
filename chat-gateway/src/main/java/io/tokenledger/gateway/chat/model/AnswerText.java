package io.tokenledger.gateway.chat.model;

import java.util.Optional;

/** What was read of an answer up to now. */
public final class AnswerText {

  private final StringBuilder fresh = new StringBuilder();
  private String finishReason;
  private String error;
  private boolean whole;

  void add(String text) {
    fresh.append(text);
  }

  void finished(String reason) {
    finishReason = reason;
  }

  void ended() {
    whole = true;
  }

  void failed(String sentence) {
    error = sentence;
  }

  /** What came since this was last asked. */
  public String take() {
    String text = fresh.toString();
    fresh.setLength(0);
    return text;
  }

  /** Whether the model has come to its end, by its own word. */
  public boolean isWhole() {
    return whole || finishReason != null;
  }

  public Optional<String> finishReason() {
    return Optional.ofNullable(finishReason);
  }

  /** What went wrong in the middle, as the provider says it. */
  public Optional<String> error() {
    return Optional.ofNullable(error);
  }
}
