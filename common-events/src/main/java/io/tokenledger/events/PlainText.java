package io.tokenledger.events;

/** Makes what came from outside fit for a sentence of ours. */
public final class PlainText {

  private static final int MAX_NAME = 60;
  private static final int MAX_LINE = 500;

  private PlainText() {}

  /** A name: short, and of printable ASCII. */
  public static String of(String name) {
    return cut(name, MAX_NAME).replaceAll("[^\\x20-\\x7e]", "?");
  }

  /** A sentence for the log: nothing in it begins a line or steers a terminal. */
  public static String oneLine(String sentence) {
    return cut(sentence, MAX_LINE)
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u0080-\\u009f\\u2028\\u2029]", "?");
  }

  private static String cut(String text, int max) {
    return text.length() > max ? text.substring(0, max) : text;
  }
}
