package io.tokenledger.gateway.answer.json;

/** An object or a list that is not looked into: only its end matters, and how deep it is. */
final class SkippedValue {

  private int depth;
  private int deepest;
  private boolean quoted;
  private boolean escaped;

  /** Behind its opening bracket. */
  void begin() {
    depth = 1;
    deepest = 1;
    quoted = false;
    escaped = false;
  }

  boolean isOver() {
    return depth == 0;
  }

  int deepest() {
    return deepest;
  }

  /** Reads to its end or to that of the bytes, and returns how far it came. */
  int accept(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && depth > 0) {
      byte next = bytes[at++];
      if (quoted) {
        quoted = next != '"' || escaped;
        escaped = next == '\\' && !escaped;
      } else {
        outside(next);
      }
    }
    return at;
  }

  private void outside(byte next) {
    switch (next) {
      case '"' -> quoted = true;
      case '{', '[' -> {
        depth++;
        deepest = Math.max(deepest, depth);
      }
      case '}', ']' -> depth--;
      default -> {}
    }
  }
}
