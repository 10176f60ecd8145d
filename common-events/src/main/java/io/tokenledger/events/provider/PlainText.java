package io.tokenledger.events.provider;

/** Makes a name from outside fit for a sentence: short, and without control characters. */
final class PlainText {

  private static final int MAX = 60;

  private PlainText() {}

  static String of(String name) {
    String start = name.length() > MAX ? name.substring(0, MAX) : name;
    return start.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
