package io.tokenledger.events;

import java.time.Duration;

/**
 * What one event may carry. The bounds keep a hostile message cheap, let every accepted value fit
 * its database column, and keep the index entry of each rollup below PostgreSQL's 2,704 bytes even
 * when every character takes four bytes.
 */
public final class UsageLimits {

  public static final int MAX_MESSAGE_BYTES = 1024 * 1024;
  public static final int MAX_JSON_DEPTH = 32;

  /** Names, values and brackets: each takes about a hundred bytes of memory when it is read. */
  public static final int MAX_JSON_TOKENS = 300_000;

  public static final int MAX_NUMBER_LENGTH = 64;
  public static final int MAX_NAME_LENGTH = 1_000;

  /** The bounds on JSON as a sentence. */
  public static final String JSON_RULE =
      "the message must not nest deeper than "
          + MAX_JSON_DEPTH
          + " levels, nor hold more than "
          + MAX_JSON_TOKENS
          + " names and values, nor a number of more than "
          + MAX_NUMBER_LENGTH
          + " or a field name of more than "
          + MAX_NAME_LENGTH
          + " characters";

  public static final long MAX_TOKENS = 10_000_000_000L;
  public static final long MAX_REQUESTS = 1_000_000_000L;

  /** About 11 days: longer than any model call, short enough that sums of it cannot overflow. */
  public static final long MAX_MILLISECONDS = 1_000_000_000L;

  /** One million dollars for one call, in micro-dollars and in nano-dollars. */
  public static final long MAX_COST_MICROS = 1_000_000_000_000L;

  public static final long MAX_COST_NANOS = MAX_COST_MICROS * 1_000;

  public static final int MAX_ID = 128;
  public static final int MAX_PROVIDER = 64;
  public static final int MAX_MODEL_NAME = 200;
  public static final int MAX_FEATURE = 64;
  public static final int MAX_LABEL = 128;
  public static final int MAX_CONVERSATION_ID = 200;
  public static final int MAX_ERROR_MESSAGE = 2_000;

  public static final int MAX_TAGS = 32;
  public static final int MAX_TAG_KEY_BYTES = 64;
  public static final int MAX_TAG_VALUE_BYTES = 200;

  public static final int MAX_UNITS = 16;

  public static final long MAX_REVISION = 1_000_000_000L;

  /** Of a tier, a speed or a region. */
  public static final int MAX_SERVING = 32;

  /** How far ahead of us the clock of a producer may be. */
  public static final Duration MAX_AHEAD = Duration.ofHours(24);

  private UsageLimits() {}
}
