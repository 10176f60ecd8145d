package io.tokenledger.local;

/** What went wrong, as a sentence for the person at the screen. */
public class StackException extends RuntimeException {

  public StackException(String sentence) {
    super(sentence);
  }

  public StackException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
