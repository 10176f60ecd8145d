package io.tokenledger.gateway.request;

/**
 * The beginning of a text, from which tokens that nobody reported are estimated. It is never
 * stored.
 *
 * @param sample at most {@link #MAX_CHARACTERS} characters
 * @param characters of the whole text, in UTF-16 units
 */
public record TextSample(String sample, long characters) {

  public static final int MAX_CHARACTERS = 64 * 1024;

  public static final TextSample NONE = new TextSample("", 0);
}
