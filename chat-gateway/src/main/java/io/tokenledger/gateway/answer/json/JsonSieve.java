package io.tokenledger.gateway.answer.json;

import io.tokenledger.gateway.request.JsonText;

/**
 * Reads one JSON document as it comes, in pieces cut anywhere, and keeps a copy of its known fields
 * only. Texts are counted and dropped, so that its memory does not grow with the document. It does
 * not check the document: of what is no JSON, the copy is none.
 */
public final class JsonSieve {

  private static final int MAX_FRAMES = 16;

  /** Both together stay below the 32 levels of an event of the ledger. */
  private static final int MAX_KEPT_DEPTH = 12;

  private enum State {
    VALUE,
    NAME_OR_END,
    NAME,
    COLON,
    STRING,
    SCALAR,
    SKIP,
    DONE
  }

  private final FieldRule root;
  private final JsonText text;
  private final SieveCopy known = new SieveCopy(MAX_FRAMES);
  private final ByteSink copy = known.bytes();
  private final SkippedValue skipped = new SkippedValue();
  private final FieldRule[] rules = new FieldRule[MAX_FRAMES];
  private final boolean[] lists = new boolean[MAX_FRAMES];
  private int depth;
  private State state = State.VALUE;
  private FieldRule field;
  private boolean escaped;
  private boolean copies;
  private boolean counts;
  private int flags;
  private boolean hasFields;

  public JsonSieve(FieldRule root, JsonText text) {
    this.root = root;
    this.text = text;
  }

  /** Whether the document is complete; what follows it is not read before {@link #reset}. */
  public boolean isDone() {
    return state == State.DONE;
  }

  /** Whether a byte of the document has come. */
  public boolean hasBegun() {
    return depth > 0 || state != State.VALUE;
  }

  /**
   * @param anyOf flags of {@link FieldRule}
   */
  public boolean has(int anyOf) {
    return (flags & anyOf) != 0;
  }

  /** The known fields as JSON. */
  public ByteSink copy() {
    return copy;
  }

  /** Whether the document, once done, is an object that has fields. */
  public boolean hasFields() {
    return hasFields;
  }

  /** Whether the document's own type is this one. */
  public boolean isOfType(byte[] type) {
    return known.isOfType(type);
  }

  /** For the next document. */
  public void reset() {
    known.clear();
    depth = 0;
    state = State.VALUE;
    escaped = false;
    flags = 0;
    hasFields = false;
    text.endString();
  }

  /** Reads to the end of the document or of the bytes, and returns how far it came. */
  public int accept(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && state != State.DONE) {
      switch (state) {
        case STRING -> at = string(bytes, at, to);
        case SKIP -> at = skip(bytes, at, to);
        case NAME -> at = name(bytes, at, to);
        case SCALAR -> at = scalar(bytes, at, to);
        case VALUE -> value(bytes[at++]);
        case COLON -> state = bytes[at++] == ':' ? State.VALUE : State.COLON;
        default -> nameOrEnd(bytes[at++]);
      }
    }
    return at;
  }

  private void nameOrEnd(byte next) {
    if (next == '"') {
      state = State.NAME;
      known.beginName();
    } else if (next == '}' || next == ']') {
      leave(next);
    }
  }

  private int name(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte next = bytes[at++];
      if (next == '"' && !escaped) {
        state = State.COLON;
        field = known.fieldOf(rules[depth - 1]);
        hasFields |= depth == 1;
        return at;
      }
      escaped = next == '\\' && !escaped;
      known.addToName(next);
    }
    return at;
  }

  private void value(byte first) {
    if (first <= ' ' && first >= 0 || first == ',') {
      return;
    }
    boolean item = depth > 0 && lists[depth - 1];
    if (item && first == ']') {
      leave(first);
      return;
    }
    FieldRule rule = depth == 0 ? root : item ? rules[depth - 1] : field;
    if (rule != null && rule.isFlaggedBy(first)) {
      flags |= rule.flag();
    }
    switch (first) {
      case '{', '[' -> structure(rule, first, item);
      case '"' -> beginString(rule, item);
      default -> beginScalar(rule, first, item);
    }
  }

  private void structure(FieldRule rule, byte first, boolean item) {
    if (rule != null && rule.hasFields() && depth < MAX_FRAMES) {
      if (rule.copied()) {
        begin(first, item);
      }
      rules[depth] = rule;
      lists[depth] = first == '[';
      known.enter(depth);
      depth++;
      state = first == '[' ? State.VALUE : State.NAME_OR_END;
      return;
    }
    copies = rule != null && rule.whole();
    if (rule != null && rule.mark() != null) {
      putMark(rule, item);
    } else if (copies) {
      begin(first, item);
    }
    skipped.begin();
    state = State.SKIP;
  }

  private void beginString(FieldRule rule, boolean item) {
    state = State.STRING;
    counts = rule != null && rule.counted();
    copies = rule != null && rule.keepsScalar(item);
    if (rule != null && rule.mark() != null) {
      putMark(rule, item);
    } else if (copies) {
      known.beginValue(depth, item);
      known.beginString(rule.flag() == FieldRule.TYPE && depth == 1);
    }
  }

  private void beginScalar(FieldRule rule, byte first, boolean item) {
    state = State.SCALAR;
    copies = rule != null && rule.keepsScalar(item);
    if (rule != null && rule.mark() != null && first != 'n') {
      putMark(rule, item);
    } else if (copies) {
      begin(first, item);
    }
  }

  private int string(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte next = bytes[at];
      if (next == '"' && !escaped) {
        passOn(bytes, from, at);
        endString();
        return at + 1;
      }
      escaped = next == '\\' && !escaped;
      at++;
    }
    passOn(bytes, from, at);
    return at;
  }

  private void passOn(byte[] bytes, int from, int to) {
    if (counts) {
      text.accept(bytes, from, to);
    } else if (copies) {
      copy.put(bytes, from, to);
    }
  }

  private void endString() {
    if (counts) {
      text.endString();
      counts = false;
    } else if (copies) {
      known.endString();
    }
    endValue();
  }

  private int scalar(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !endsScalar(bytes[at])) {
      at++;
    }
    if (copies) {
      copy.put(bytes, from, at);
    }
    if (at < to) {
      endValue(); // the byte that ended it is read again
    }
    return at;
  }

  private static boolean endsScalar(byte next) {
    return next == ',' || next == '}' || next == ']' || next <= ' ' && next >= 0;
  }

  private int skip(byte[] bytes, int from, int to) {
    int at = skipped.accept(bytes, from, to);
    if (copies) {
      copy.put(bytes, from, at);
      if (skipped.deepest() > MAX_KEPT_DEPTH) {
        copy.overflow();
      }
    }
    if (skipped.isOver()) {
      endValue();
    }
    return at;
  }

  private void leave(byte end) {
    depth--;
    if (rules[depth].copied()) {
      copy.put(end);
    }
    endValue();
  }

  private void endValue() {
    if (depth == 0) {
      state = State.DONE;
    } else {
      state = lists[depth - 1] ? State.VALUE : State.NAME_OR_END;
    }
  }

  private void begin(byte first, boolean item) {
    known.beginValue(depth, item);
    copy.put(first);
  }

  private void putMark(FieldRule rule, boolean item) {
    copies = false;
    known.beginValue(depth, item);
    copy.put(rule.mark(), 0, rule.mark().length);
  }
}
