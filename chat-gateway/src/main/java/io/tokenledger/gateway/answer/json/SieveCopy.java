package io.tokenledger.gateway.answer.json;

import java.util.Arrays;

/** The known fields of a document, written as JSON while it is read. */
final class SieveCopy {

  private static final int MAX_BYTES = 128 * 1024;
  private static final int MAX_NAME = 64;
  private static final byte QUOTE = '"';

  private final ByteSink bytes = new ByteSink(MAX_BYTES);
  private final boolean[] filled;
  private final byte[] name = new byte[MAX_NAME];
  private int nameLength;
  private int typeStart = -1;
  private int typeEnd = -1;

  /**
   * @param maxDepth of objects and lists that are entered
   */
  SieveCopy(int maxDepth) {
    this.filled = new boolean[maxDepth];
  }

  ByteSink bytes() {
    return bytes;
  }

  void clear() {
    bytes.clear();
    typeStart = -1;
    typeEnd = -1;
  }

  void beginName() {
    nameLength = 0;
  }

  void addToName(byte next) {
    if (nameLength < MAX_NAME) {
      name[nameLength] = next;
    }
    nameLength++;
  }

  /** Null for a field that is not known. */
  FieldRule fieldOf(FieldRule object) {
    return nameLength > MAX_NAME ? null : object.field(name, nameLength);
  }

  /** Begins the value of the last name, or an item of a list; the document itself has neither. */
  void beginValue(int depth, boolean item) {
    if (depth == 0) {
      return;
    }
    if (filled[depth - 1]) {
      bytes.put((byte) ',');
    }
    filled[depth - 1] = true;
    if (!item) {
      bytes.put(QUOTE);
      bytes.put(name, 0, Math.min(nameLength, MAX_NAME));
      bytes.put(QUOTE);
      bytes.put((byte) ':');
    }
  }

  void enter(int depth) {
    filled[depth] = false;
  }

  void beginString(boolean isType) {
    bytes.put(QUOTE);
    if (isType) {
      typeStart = bytes.length();
      typeEnd = -1;
    }
  }

  void endString() {
    if (typeStart >= 0 && typeEnd < 0) {
      typeEnd = bytes.length();
    }
    bytes.put(QUOTE);
  }

  boolean isOfType(byte[] type) {
    return typeEnd - typeStart == type.length
        && typeEnd <= bytes.length()
        && Arrays.equals(bytes.bytes(), typeStart, typeEnd, type, 0, type.length);
  }
}
