package io.tokenledger.acceptance.truth;

/** The token counts of one event, or sums of them; parts are included in their totals. */
public record Tokens(
    long input,
    long output,
    long cacheRead,
    long cacheWrite,
    long cacheWrite1h,
    long audioInput,
    long reasoning,
    long audioOutput,
    long embedding) {

  static Tokens embedded(long embedding) {
    return new Tokens(0, 0, 0, 0, 0, 0, 0, 0, embedding);
  }

  Tokens plus(Tokens other) {
    return new Tokens(
        input + other.input,
        output + other.output,
        cacheRead + other.cacheRead,
        cacheWrite + other.cacheWrite,
        cacheWrite1h + other.cacheWrite1h,
        audioInput + other.audioInput,
        reasoning + other.reasoning,
        audioOutput + other.audioOutput,
        embedding + other.embedding);
  }

  public long total() {
    return input + output + embedding;
  }
}
