package io.tokenledger.client;

import java.util.PrimitiveIterator;

/** What the ledger can keep: no character U+0000, and no half of a surrogate pair. */
final class StorableText {

  static final String RULE = "must not contain the character U+0000 or half a surrogate pair";

  private StorableText() {}

  static boolean is(String text) {
    return text.codePoints().allMatch(StorableText::isStorable);
  }

  static String of(String text) {
    if (is(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    PrimitiveIterator.OfInt points = text.codePoints().iterator();
    while (points.hasNext()) {
      int point = points.nextInt();
      storable.appendCodePoint(isStorable(point) ? point : '?');
    }
    return storable.toString();
  }

  private static boolean isStorable(int point) {
    boolean halfPair = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return point != 0 && !halfPair;
  }
}
