package io.tokenledger.gateway.request;

/**
 * Gathers a sample of the texts in JSON strings, from their bytes as they stand there. Bytes may
 * come in pieces, cut inside an escape or a character.
 */
public final class JsonText {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private enum State {
    PLAIN,
    ESCAPE,
    UNICODE_ESCAPE,
    CONTINUATION
  }

  private final StringBuilder sample = new StringBuilder();
  private long characters;
  private State state = State.PLAIN;
  private int code;
  private int missing;

  /** What stands between the quotes of a string, or a part of that. */
  public void accept(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte next = bytes[i];
      if (state == State.PLAIN && next >= 0 && next != '\\') {
        put((char) next);
      } else {
        step(next & 0xFF);
      }
    }
  }

  /** A string has ended: what was left incomplete in it is none of the next one. */
  public void endString() {
    state = State.PLAIN;
  }

  public long characters() {
    return characters;
  }

  public TextSample sample() {
    int length = sample.length();
    boolean halfPair = length > 0 && Character.isHighSurrogate(sample.charAt(length - 1));
    return characters == 0
        ? TextSample.NONE
        : new TextSample(sample.substring(0, halfPair ? length - 1 : length), characters);
  }

  private void step(int next) {
    switch (state) {
      case PLAIN -> begin(next);
      case ESCAPE -> escaped(next);
      case UNICODE_ESCAPE -> add(code * HEX + Math.max(0, Character.digit(next, HEX)));
      case CONTINUATION -> add(code << 6 | next & 0x3F);
    }
  }

  private void begin(int next) {
    if (next == '\\') {
      state = State.ESCAPE;
    } else if (next >= 0xF0) {
      expect(State.CONTINUATION, next & 0x07, 3);
    } else if (next >= 0xE0) {
      expect(State.CONTINUATION, next & 0x0F, 2);
    } else if (next >= 0xC0) {
      expect(State.CONTINUATION, next & 0x1F, 1);
    } else {
      put(REPLACEMENT); // a continuation of nothing
    }
  }

  private void escaped(int next) {
    if (next == 'u') {
      expect(State.UNICODE_ESCAPE, 0, HEX_DIGITS);
      return;
    }
    state = State.PLAIN;
    switch (next) {
      case 'n' -> put('\n');
      case 't' -> put('\t');
      case 'r' -> put('\r');
      case 'b' -> put('\b');
      case 'f' -> put('\f');
      default -> put((char) next);
    }
  }

  private void expect(State next, int bits, int count) {
    state = next;
    code = bits;
    missing = count;
  }

  private void add(int sum) {
    code = sum;
    missing--;
    if (missing > 0) {
      return;
    }
    state = State.PLAIN;
    if (Character.isBmpCodePoint(code)) {
      put((char) code);
    } else {
      put(Character.isValidCodePoint(code) ? Character.highSurrogate(code) : REPLACEMENT);
      put(Character.isValidCodePoint(code) ? Character.lowSurrogate(code) : REPLACEMENT);
    }
  }

  private void put(char next) {
    characters++;
    if (sample.length() < TextSample.MAX_CHARACTERS) {
      sample.append(next);
    }
  }
}
