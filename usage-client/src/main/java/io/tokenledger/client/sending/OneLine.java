package io.tokenledger.client.sending;

import java.util.regex.Pattern;

/** What came from outside, fit for a line of a log: nothing in it begins another one. */
public final class OneLine {

  private static final int MAX = 500;
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u0080-\\u009f\\u2028\\u2029]");

  private OneLine() {}

  /** At most 500 characters; null is empty. */
  public static String of(String text) {
    String cut = text == null ? "" : text.substring(0, Math.min(MAX, text.length()));
    return STEERING.matcher(cut).replaceAll("?");
  }
}
