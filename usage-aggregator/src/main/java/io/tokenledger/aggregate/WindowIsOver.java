package io.tokenledger.aggregate;

/**
 * A window cannot be counted as it was folded. Nothing is wrong: what it was made of is read again,
 * message by message.
 */
public final class WindowIsOver extends RuntimeException {

  private static final long serialVersionUID = 1;

  WindowIsOver(String why) {
    super(why);
  }
}
