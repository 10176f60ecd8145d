package io.tokenledger.gateway.answer.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of a field of an answer. A list is treated as each of its items is.
 *
 * @param copied whether it comes into the copy
 * @param whole whether all of it does; else only its known fields
 * @param counted whether its strings are text of the answer
 * @param mark what stands in the copy in its place; null for itself
 * @param flag what the document is marked with when the field is there, and neither null nor false.
 *     Of what has fields of its own, only when it is a string
 * @param names of its known fields, in ASCII
 * @param rules of these, in the same order
 */
public record FieldRule(
    boolean copied,
    boolean whole,
    boolean counted,
    byte[] mark,
    int flag,
    byte[][] names,
    FieldRule[] rules) {

  public static final int USAGE = 1;
  public static final int ERROR = 2;

  /** A tool's call or a search, billed besides the tokens. */
  public static final int BILLED = 4;

  /** A choice has its reason to end. */
  public static final int FINISH = 8;

  /** The last line of Ollama's API. */
  public static final int DONE = 16;

  /** The field that tells the type of an event. */
  public static final int TYPE = 32;

  private static final byte[][] NO_NAMES = {};
  private static final FieldRule[] NO_RULES = {};

  public static FieldRule keep(int flag) {
    return new FieldRule(true, true, false, null, flag, NO_NAMES, NO_RULES);
  }

  public static FieldRule text() {
    return new FieldRule(false, false, true, null, 0, NO_NAMES, NO_RULES);
  }

  /**
   * @param json what stands for it in the copy
   */
  public static FieldRule mark(String json, int flag) {
    byte[] bytes = json.getBytes(StandardCharsets.US_ASCII);
    return new FieldRule(true, false, false, bytes, flag, NO_NAMES, NO_RULES);
  }

  /** An object of known fields, or a list of such. */
  public static FieldRule object(Map<String, FieldRule> fields) {
    return of(true, false, 0, fields);
  }

  /** One that holds nothing but texts; a string in its place is text as well. */
  public static FieldRule texts(Map<String, FieldRule> fields) {
    return of(false, true, 0, fields);
  }

  public static FieldRule of(
      boolean copied, boolean counted, int flag, Map<String, FieldRule> fields) {
    Map<String, FieldRule> sorted = new TreeMap<>(fields);
    byte[][] names =
        sorted.keySet().stream()
            .map(name -> name.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    FieldRule[] rules = sorted.values().toArray(FieldRule[]::new);
    return new FieldRule(copied, false, counted, null, flag, names, rules);
  }

  public boolean hasFields() {
    return names.length > 0;
  }

  /** Whether a string, number, true, false or null comes into the copy as it is. */
  public boolean keepsScalar(boolean item) {
    return copied && mark == null && !counted && (whole || !item);
  }

  /**
   * @param first byte of the value
   */
  public boolean isFlaggedBy(byte first) {
    return first != 'n' && first != 'f' && (first == '"' || !hasFields());
  }

  /** Null for a field that is not known. */
  FieldRule field(byte[] name, int length) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].length == length && Arrays.equals(names[i], 0, length, name, 0, length)) {
        return rules[i];
      }
    }
    return null;
  }
}
